using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Resolves <c>shared_src</c> and <c>shared_docs</c>, each distinct value once a submission.</summary>
internal sealed class SharedPaths(ISubmissionSource source, SubmissionPath root)
{
    private readonly Dictionary<string, SubmissionPath?> _known = new(StringComparer.Ordinal);

    /// <summary>The distinct values of a curve's points, in order of first appearance.</summary>
    public IReadOnlyList<SharedPath> Of(IReadOnlyList<PointFolder> points)
    {
        var found = new List<Mention>();
        foreach (var folder in points)
        {
            if (folder is Point point)
            {
                Add(found, "shared_src", point.Config.SharedSrc, point);
                Add(found, "shared_docs", point.Config.SharedDocs, point);
            }
        }

        return [.. found.Select(path => new SharedPath(path.Field, path.Value, Resolve(path.Value), path.Points.ToImmutable()))];
    }

    private static void Add(List<Mention> found, string field, string? value, Point point)
    {
        if (value is null)
        {
            return;
        }

        var at = found.FindIndex(path => string.Equals(path.Field, field, StringComparison.Ordinal) && string.Equals(path.Value, value, StringComparison.Ordinal));
        if (at < 0)
        {
            at = found.Count;
            found.Add(new Mention(field, value, ImmutableArray.CreateBuilder<Point>()));
        }

        found[at].Points.Add(point);
    }

    private SubmissionPath? Resolve(string value)
    {
        if (!_known.TryGetValue(value, out var folder))
        {
            _known[value] = folder = Look(PythonText.Trim(value).ToString());
        }

        return folder;
    }

    private SubmissionPath? Look(string value)
    {
        if (value is "" or ['/' or '~', ..] || value.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var folder = root;
        var isBelow = false;
        foreach (var part in value.Replace('\\', '/').Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part is "..")
            {
                return null;
            }

            folder /= part;
            isBelow = true;
        }

        return isBelow && source.KindOf(folder) is EntryKind.Folder ? folder : null;
    }

    private sealed record Mention(string Field, string Value, ImmutableArray<Point>.Builder Points);
}
