using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Testing.Pages;

/// <summary>An example of a rule's page that can be run: a fragment laid over a clean sample, and the key that it gives or does not give.</summary>
/// <remarks>A fenced block whose info string reads <c>yaml wrong key=fail spec=v1.0 merge=results/…/point.yaml</c>, or <c>right</c>. Further attributes: <c>write=FILE</c> (the body is the file),
/// <c>remove=PATH</c>, <c>folder=PATH</c>, <c>seeds</c> and <c>drafters</c> (the body is that option's file), <c>base=SAMPLE</c> (another sample than the first of the spec).</remarks>
public sealed record PageExample
{
    /// <summary>Id of the rule whose page it stands on.</summary>
    public required string Rule { get; init; }

    /// <summary>Number of the block on the page, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Whether it shows what is wrong.</summary>
    public required bool IsWrong { get; init; }

    /// <summary>The key that it gives; null for a corrected fragment that names none.</summary>
    public string? Key { get; init; }

    /// <summary>Name of the sample that it changes.</summary>
    public required string Sample { get; init; }

    /// <summary>The changes: attribute and its value, in order.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Changes { get; init; }

    /// <summary>The block's text.</summary>
    public required string Body { get; init; }

    /// <summary>The changed sample.</summary>
    public SubmissionBuilder Build()
    {
        var builder = SubmissionBuilder.FromSample(Sample);
        foreach (var (change, value) in Changes)
        {
            _ = change switch
            {
                "merge" => builder.Merge(value, Body),
                "write" => builder.Write(value, Body),
                "remove" => builder.Remove(value),
                "folder" => builder.AddFolder(value),
                "seeds" => builder.WithSeedSets(Body),
                "drafters" => builder.WithApprovedDrafters(Body),
                _ => throw new InvalidOperationException($"The example {this} has an unknown attribute '{change}'."),
            };
        }

        return builder;
    }

    /// <summary>What the rule says of the changed sample.</summary>
    public IReadOnlyList<CheckResult> Run(RuleCatalogue? catalogue = null)
        => [.. Build().Check(catalogue, options => options.OptIn.Add(Rule)).Results.Where(result => result.Rule == Rule)];

    /// <inheritdoc/>
    public override string ToString() => $"{Rule} {Number} {(IsWrong ? "wrong" : "right")} {Key}".TrimEnd();
}
