using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Prism.Client.Assembly;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>What a bundle holds, and what made it.</summary>
public sealed record SubmissionManifest
{
    /// <summary>Every file with its size in bytes and its SHA-256, in path order.</summary>
    public required ImmutableArray<ManifestFile> Files { get; init; }

    /// <summary>Names and versions of the libraries that assembled and checked.</summary>
    public required ImmutableSortedDictionary<string, string> Tools { get; init; }

    /// <summary>Describes a submission.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="report">The check's report, which names the packs of rules; null where there was no check.</param>
    public static SubmissionManifest Of(AssembledSubmission submission, Report? report)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var tools = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var assembly in new[] { typeof(SubmissionManifest).Assembly, typeof(Report).Assembly })
        {
            tools[assembly.GetName().Name ?? ""] = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        }

        foreach (var pack in report?.Packs ?? [])
        {
            tools[pack.Name] = pack.Version;
        }

        return new SubmissionManifest
        {
            Files = [.. submission.Files.Select(file => new ManifestFile(file.Key, file.Value.Length, Convert.ToHexStringLower(SHA256.HashData(file.Value.Span))))],
            Tools = tools.ToImmutable(),
        };
    }
}
