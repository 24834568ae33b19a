using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlPerf.Endpoints.Core.Generators;

/// <summary>Lists the rules, formats and parts of an assembly marked with <c>RulePack</c>, so that a checker makes them without a search by reflection.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class RulePackIndexGenerator : IIncrementalGenerator
{
    private const string Rules = "MlPerf.Endpoints.Core.Rules";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.SyntaxProvider
            .ForAttributeWithMetadataName(Rules + ".RulePackAttribute", static (node, _) => node is CompilationUnitSyntax, NameOf)
            .Collect();
        var parts = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => node is TypeDeclarationSyntax { BaseList: not null } and (ClassDeclarationSyntax or RecordDeclarationSyntax), Describe)
            .Where(static part => part is not null)
            .Collect();
        context.RegisterSourceOutput(names.Combine(parts), static (output, found) =>
        {
            if (found.Left.FirstOrDefault() is { } name)
            {
                output.AddSource("RulePackIndex.g.cs", Write(name, found.Right));
            }
        });
    }

    // The pack's name as the mark gives it; null for a mark that does not compile.
    private static string? NameOf(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
        => context.Attributes[0].ConstructorArguments.FirstOrDefault().Value as string;

    // The statement that hands one type to the index; null for a type that is no part of a pack.
    private static string? Describe(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation) is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false, IsGenericType: false } type)
        {
            return null;
        }

        var contracts = type.AllInterfaces.Select(static contract => contract.ToDisplayString()).ToList();
        var isMade = contracts.Contains(Rules + ".IComplianceRule") || contracts.Contains("MlPerf.Endpoints.Core.Formats.ISubmissionFormat");
        if (!isMade && !contracts.Contains(Rules + ".IPackPart"))
        {
            return null;
        }

        var name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return !IsReachable(type) ? AddByName(type)
            : !isMade ? $"pack.AddPart(typeof({name}));"
            : ArgumentsOf(type) is { } arguments ? $"pack.Begin(typeof({name})); pack.Add(new {name}({arguments}));"
            : AddByName(type);
    }

    private static string AddByName(INamedTypeSymbol type) => $"pack.AddByName({SymbolDisplay.FormatLiteral(MetadataName(type), quote: true)});";

    // What the one public constructor takes; null where reflection has to look for itself: to refuse the type with its reason, or for a default value.
    private static string? ArgumentsOf(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility is Accessibility.Public).ToList();
        if (constructors.Count != 1 || type.GetMembers().OfType<IPropertySymbol>().Any(property => property.IsRequired))
        {
            return null;
        }

        var arguments = new List<string>();
        foreach (var parameter in constructors[0].Parameters)
        {
            if (parameter.RefKind is not RefKind.None || parameter.HasExplicitDefaultValue || !parameter.Type.IsReferenceType || !IsReachable(parameter.Type))
            {
                return null;
            }

            var asked = parameter.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            if (DataFileOf(parameter.Type) is { } file)
            {
                if (!HasDefault(parameter.Type) || !HasParse(parameter.Type))
                {
                    return null;
                }

                arguments.Add($"pack.Serve<{asked}>(static () => {asked}.Default, {SymbolDisplay.FormatLiteral(file, quote: true)}, static bytes => {asked}.Parse(bytes))");
            }
            else
            {
                arguments.Add(
                    HasDefault(parameter.Type) ? $"pack.Serve<{asked}>(static () => {asked}.Default)"
                    : CategoryOf(parameter.Type) is { } category ? $"pack.ServeLogger<{category}>()"
                    : $"pack.Serve<{asked}>()");
            }
        }

        return string.Join(", ", arguments);
    }

    // A public static property Default of the type itself; one of a derived type is left to reflection.
    private static bool HasDefault(ITypeSymbol type)
        => type.GetMembers("Default").OfType<IPropertySymbol>().SingleOrDefault() is { IsStatic: true, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public } shared
            && SymbolEqualityComparer.Default.Equals(shared.Type, type);

    // A public static method Parse of a file's bytes into the type itself.
    private static bool HasParse(ITypeSymbol type)
        => type.GetMembers("Parse").OfType<IMethodSymbol>().Any(method => method is { IsStatic: true, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public, Parameters.Length: 1 }
            && method.Parameters[0].Type.ToDisplayString() is "System.ReadOnlyMemory<byte>" && SymbolEqualityComparer.Default.Equals(method.ReturnType, type));

    // The file that replaces a type's data; null where the type is not marked as data.
    private static string? DataFileOf(ITypeSymbol type)
        => type.GetAttributes().FirstOrDefault(static mark => mark.AttributeClass?.ToDisplayString() is Rules + ".RuleDataAttribute")?.ConstructorArguments.FirstOrDefault().Value as string;

    // What a logger is named after; null for anything else.
    private static string? CategoryOf(ITypeSymbol type)
        => type is INamedTypeSymbol logger && logger.OriginalDefinition.ToDisplayString() is "Microsoft.Extensions.Logging.ILogger<TCategoryName>" && IsReachable(logger.TypeArguments[0])
            ? logger.TypeArguments[0].ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            : null;

    private static bool IsReachable(ITypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal or Accessibility.NotApplicable)
                || outer is INamedTypeSymbol { IsFileLocal: true })
            {
                return false;
            }
        }

        return true;
    }

    private static string MetadataName(INamedTypeSymbol type)
        => type.ContainingType is { } outer ? $"{MetadataName(outer)}+{type.MetadataName}"
            : type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.MetadataName}"
            : type.MetadataName;

    private static string Write(string packName, ImmutableArray<string?> parts)
    {
        var text = new StringBuilder($$"""
            // <auto-generated/>
            #pragma warning disable
            [assembly: global::MlPerf.Endpoints.Generated.RulePackIndex({{SymbolDisplay.FormatLiteral(packName, quote: true)}})]

            namespace MlPerf.Endpoints.Generated
            {
                internal sealed class RulePackIndex : global::MlPerf.Endpoints.Core.Rules.RulePackIndexAttribute
                {
                    public RulePackIndex(string packName) : base(packName)
                    {
                    }

                    public override void AddTo(global::MlPerf.Endpoints.Core.Rules.RulePackContents pack)
                    {

            """.Replace("\r\n", "\n"));
        foreach (var part in parts.Distinct().OrderBy(static part => part, StringComparer.Ordinal))
        {
            text.Append("            ").Append(part).Append('\n');
        }

        return text.Append("        }\n    }\n}\n").ToString();
    }
}
