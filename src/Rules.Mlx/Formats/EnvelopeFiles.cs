using System.Text.Json;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Rules.Mlx.Formats;

/// <summary>Finds the files of envelopes below a folder, and recognises an envelope by its beginning.</summary>
internal static class EnvelopeFiles
{
    // An envelope names most of its required members early.
    private const int BeginningBytes = 1 << 16;
    private const int EnoughMembers = 4;
    private const int MostLookedAt = 64;

    private static readonly string[] TellTale = ["schema_version", "timestamp", "git_sha", "trigger", "suite", "model", "system", "results"];

    /// <summary>How a file holds envelopes, by its name.</summary>
    public static EnvelopeFileKind KindOf(string name)
        => name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) ? EnvelopeFileKind.Lines : EnvelopeFileKind.Document;

    /// <summary>The files below a folder whose names say JSON, ordered, within bounds; hidden ones are skipped.</summary>
    public static IEnumerable<SubmissionPath> Below(ISubmissionSource source, SubmissionPath start, SourceLimits limits)
    {
        foreach (var folder in new FolderWalk(source, limits).Folders(start))
        {
            if (folder.Depth > 0 && folder.Path.Name.StartsWith('.'))
            {
                folder.Skip();
                continue;
            }

            foreach (var entry in folder.Entries.Where(static entry => entry.Kind is not EntryKind.Folder && IsCandidate(entry.Name)))
            {
                yield return folder.Path / entry.Name;
            }
        }
    }

    /// <summary>Whether a file, or one of the first files of a folder, begins as an envelope does.</summary>
    public static bool HoldEnvelopes(ISubmissionSource source)
    {
        var root = SubmissionPath.Root;
        return source.KindOf(root) switch
        {
            EntryKind.File => BeginsAsEnvelope(source, root),
            EntryKind.Folder => source.List(root).Where(entry => entry.Kind is EntryKind.File && IsCandidate(entry.Name)).Take(MostLookedAt).Any(entry => BeginsAsEnvelope(source, root / entry.Name)),
            _ => false,
        };
    }

    private static bool IsCandidate(string name)
        => !name.StartsWith('.') && (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || KindOf(name) is EnvelopeFileKind.Lines);

    private static bool BeginsAsEnvelope(ISubmissionSource source, SubmissionPath path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            using var stream = source.Open(path);
            var beginning = new byte[BeginningBytes];
            var read = stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
            var reader = new Utf8JsonReader(beginning.AsSpan(0, read), isFinalBlock: false, state: default);
            while (reader.Read() && seen.Count < EnoughMembers && (reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.StartObject))
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && TellTale.FirstOrDefault(ValueEquals(ref reader)) is { } name)
                {
                    seen.Add(name);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            // What was seen until then decides.
        }

        return seen.Count >= EnoughMembers;
    }

    private static Func<string, bool> ValueEquals(ref Utf8JsonReader reader)
    {
        var isPlain = !reader.ValueIsEscaped && reader.ValueSpan.Length < 32;
        var name = isPlain ? System.Text.Encoding.UTF8.GetString(reader.ValueSpan) : "";
        return known => string.Equals(known, name, StringComparison.Ordinal);
    }
}
