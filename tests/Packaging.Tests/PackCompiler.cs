using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Packaging.Tests;

/// <summary>Compiles small packs for tests, each into a folder of its own as a build would leave it.</summary>
internal sealed class PackCompiler : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("mlperf-packs-").FullName;

    public static string CoreFile => typeof(RulePack).Assembly.Location;

    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    /// <summary>A rule's source: <paramref name="message"/> is a C# expression.</summary>
    public static string Rule(string id, string pack, string message = "\"fine\"", string constructor = "") => $$"""
        using System.Collections.Generic;
        using MlPerf.Endpoints.Core.Model;
        using MlPerf.Endpoints.Core.Rules;
        [assembly: RulePack("{{pack}}")]
        namespace Acme;
        public sealed class {{string.Concat(id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}}Rule : ComplianceRule<Submission>
        {
            {{constructor}}
            private static readonly Outcome Fine = Outcome.Pass("pass", "house", "{text}");
            public override RuleDescriptor Descriptor { get; } = new("{{id}}", "A rule", new[] { SpecRevision.V1_0 }, new[] { Fine });
            public override IEnumerable<RuleResult> Check(Submission target) { yield return Fine.At(target.Path, ("text", {{message}})); }
        }
        """;

    /// <summary>Compiles an assembly into a folder and gives its file.</summary>
    public string Compile(string folder, string name, string source, string version = "1.0.0.0", params string[] references)
    {
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is var dll && (dll.StartsWith("System.", StringComparison.Ordinal) || dll is "netstandard.dll" or "mscorlib.dll"));
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]"), CSharpSyntaxTree.ParseText(source)],
            framework.Concat(references).Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var file = Path.Combine(folder, name + ".dll");
        var result = compilation.Emit(file);
        Assert.That(result.Success, Is.True, string.Join("\n", result.Diagnostics));
        return file;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
