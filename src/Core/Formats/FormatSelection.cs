using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats;

/// <summary>Chooses the format of a submission: what was asked for, else what the formats recognise, else the newest.</summary>
internal static class FormatSelection
{
    public const string Auto = "auto";

    /// <exception cref="ArgumentException">The options name a spec or dialect that no format reads; the message lists those there are.</exception>
    public static (ISubmissionFormat Format, SpecRevision Revision) Choose(IEnumerable<ISubmissionFormat> formats, ISubmissionSource source, CheckerOptions options)
    {
        var (format, revision) = options.Spec is Auto ? Look(formats, source, options) : Named(formats, options.Spec);
        if (options.Dialect is Auto)
        {
            return (format, revision);
        }

        foreach (var known in format.Revisions)
        {
            if (string.Equals(known.Dialect, options.Dialect, StringComparison.Ordinal) && (options.Spec is Auto || string.Equals(known.Name, options.Spec, StringComparison.Ordinal)))
            {
                return (format, known);
            }
        }

        var dialects = (options.Spec is Auto ? formats.SelectMany(known => known.Revisions) : format.Revisions).Select(known => known.Dialect).OfType<string>().ToList();
        throw new ArgumentException($"Spec {revision.Name} has no dialect '{options.Dialect}'; {(dialects.Count > 0 ? $"known: {Known(dialects)}" : "it has none at all")}.", nameof(options));
    }

    private static (ISubmissionFormat Format, SpecRevision Revision) Look(IEnumerable<ISubmissionFormat> formats, ISubmissionSource source, CheckerOptions options)
    {
        // A dialect names its spec: `--dialect readme` alone must not end at a spec without dialects.
        if (options.Dialect is not Auto && formats.FirstOrDefault(format => format.Revisions.Any(known => string.Equals(known.Dialect, options.Dialect, StringComparison.Ordinal))) is { } named)
        {
            return (named, new SpecRevision(named.Revisions[0].Name));
        }

        foreach (var format in formats)
        {
            if (format.Recognise(source) is { } revision)
            {
                return (format, revision);
            }
        }

        // Nobody knows it: the newest revision's structure rules then speak.
        var newest = formats.First();
        return (newest, newest.Revisions[0]);
    }

    private static (ISubmissionFormat Format, SpecRevision Revision) Named(IEnumerable<ISubmissionFormat> formats, string spec)
    {
        foreach (var format in formats)
        {
            if (format.Revisions.Any(known => string.Equals(known.Name, spec, StringComparison.Ordinal)))
            {
                return (format, new SpecRevision(spec));
            }
        }

        throw new ArgumentException($"No format reads spec '{spec}'; known: {Known(formats.SelectMany(known => known.Revisions).Select(known => known.Name))}.", nameof(spec));
    }

    private static string Known(IEnumerable<string> names) => string.Join(", ", names.Distinct(StringComparer.Ordinal));
}
