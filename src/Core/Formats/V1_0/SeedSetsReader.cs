using System.Collections.Immutable;
using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Reads a file of published seed sets, in the published or the older flat shape (rules 1.0 part 4 §10.2). One bad entry spoils the file.</summary>
public static class SeedSetsReader
{
    private const string DataFile = "v1.0/seed-sets.yaml";

    private static readonly Lazy<Availability<SeedSetRegistry>> Bundled = RegistryFile.Bundled<SeedSetRegistry>(DataFile, Read);

    /// <summary>Reads the seed sets of a document.</summary>
    /// <param name="source">Where it comes from, for messages.</param>
    /// <param name="document">The document.</param>
    public static Availability<SeedSetRegistry> Read(string source, Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        try
        {
            return document.Root is { } root
                ? Availability<SeedSetRegistry>.Present(new SeedSetRegistry(source, Sets(root)))
                : Availability<SeedSetRegistry>.Absent(RegistryFile.Problem(source, document)!);
        }
        catch (UnusableException unusable)
        {
            return Availability<SeedSetRegistry>.Absent(RegistryFile.Fault(source, unusable.Node, unusable.Expected));
        }
    }

    /// <summary>Reads the seed sets of a check: the file that the options name, else that of the data folder, else the bundled one.</summary>
    public static Availability<SeedSetRegistry> Find(FormatContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return RegistryFile.Find(context.Options.SeedSetsFile, DataFile, context, Bundled, Read);
    }

    private static ImmutableArray<SeedSet> Sets(Node root)
    {
        if (root.Kind is not NodeKind.Map)
        {
            throw new UnusableException(root, "a mapping with cohort or seed_sets is expected");
        }

        // The published shape is told by cohort being a mapping, whatever it holds.
        var published = root["cohort"] is { Kind: NodeKind.Map } cohort ? cohort : null;
        var list = (published ?? root)["seed_sets"];
        if (list is not { Kind: NodeKind.List })
        {
            throw new UnusableException(list ?? root, published is null ? "a list seed_sets is expected" : "a list cohort.seed_sets is expected");
        }

        if (list.Items.Count == 0)
        {
            throw new UnusableException(list, "at least one seed set is expected");
        }

        var window = published is null ? [] : Window(published["cohort-id"]);
        return [.. list.Items.Select(entry => Set(entry, window))];
    }

    private static ImmutableArray<string> Window(Node? cohortId)
    {
        if (cohortId is null or { IsNull: true })
        {
            return [];
        }

        return Cohort.Parse(ScalarText.Of(cohortId)) is { } cohort
            ? [.. cohort.AdoptionWindow.Select(adopter => adopter.ToString())]
            : throw new UnusableException(cohortId, "a cohort such as 2026-10-C1 is expected as cohort-id");
    }

    private static SeedSet Set(Node entry, ImmutableArray<string> window)
    {
        if (entry.Kind is not NodeKind.Map)
        {
            throw new UnusableException(entry, "a mapping with id and seeds is expected");
        }

        if (entry["id"] is not { Kind: NodeKind.Text, AsText: { Length: > 0 } id })
        {
            throw new UnusableException(entry["id"] ?? entry, "a text that is not empty is expected as id");
        }

        return new SeedSet(id, Seed(entry, "scheduler_rng_seed"), Seed(entry, "sample_index_rng_seed"), Seed(entry, "model_seed"), OwnWindow(entry["cohorts"]) ?? window);
    }

    private static ImmutableArray<string>? OwnWindow(Node? cohorts) => cohorts switch
    {
        null or { IsNull: true } => null,
        { Kind: NodeKind.List } => [.. cohorts.Items.Select(ScalarText.Of).OfType<string>()],
        _ => throw new UnusableException(cohorts, "a list is expected as cohorts"),
    };

    private static BigInteger Seed(Node entry, string name)
    {
        var node = entry[name];
        return node switch
        {
            { Kind: NodeKind.Integer } => node.AsInteger,
            { Kind: NodeKind.Boolean } => node.AsBoolean ? 1 : 0,
            { Kind: NodeKind.Number } when double.IsFinite(node.AsNumber) => new BigInteger(node.AsNumber),
            { Kind: NodeKind.Text, AsText: { } text } when PythonText.TryParseInteger(text, out var seed) => seed,
            _ => throw new UnusableException(node ?? entry, $"an integer is expected as {name}"),
        };
    }
}
