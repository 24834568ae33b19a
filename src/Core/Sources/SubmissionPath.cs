namespace MlPerf.Endpoints.Core.Sources;

/// <summary>A place inside a submission: relative to the folder that was given, <c>/</c>-separated, never absolute, without <c>.</c> and <c>..</c> parts.</summary>
/// <remarks>The given folder itself is <see cref="Root"/> and prints as <c>.</c>. Paths compare ordinally: submissions are case-sensitive on every system.</remarks>
public readonly record struct SubmissionPath : IComparable<SubmissionPath>
{
    private readonly string? _value;

    private SubmissionPath(string value) => _value = value;

    /// <summary>The given folder itself.</summary>
    public static SubmissionPath Root => default;

    /// <summary>The path as text, <c>""</c> for <see cref="Root"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether this is the given folder itself.</summary>
    public bool IsRoot => string.IsNullOrEmpty(_value);

    /// <summary>The last part, <c>""</c> for <see cref="Root"/>.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The folder that holds this entry; <see cref="Root"/> for the root itself.</summary>
    public SubmissionPath Parent => Value.LastIndexOf('/') is var slash and > 0 ? new(Value[..slash]) : default;

    /// <summary>Makes a path from text.</summary>
    /// <param name="text">Parts separated by <c>/</c>; <c>.</c> or <c>""</c> is the root.</param>
    /// <exception cref="ArgumentException">The text is absolute or has a <c>..</c>, <c>.</c> or empty part.</exception>
    public static SubmissionPath Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text is "" or ".")
        {
            return Root;
        }

        for (var (start, end) = (0, 0); end < text.Length; start = end + 1)
        {
            end = text.IndexOf('/', start);
            end = end < 0 ? text.Length : end;
            if (text.AsSpan(start, end - start) is "" or "." or ".." || end == text.Length - 1)
            {
                throw new ArgumentException($"'{text}' is no path inside a submission: it is absolute or has an empty, '.' or '..' part.", nameof(text));
            }
        }

        return new SubmissionPath(text);
    }

    /// <summary>The entry called <paramref name="name"/> in this folder. The name is taken as it is.</summary>
    public static SubmissionPath operator /(SubmissionPath folder, string name)
        => new(folder.IsRoot ? name : string.Concat(folder.Value, "/", name));

    /// <summary>The entry called <paramref name="name"/> in this folder.</summary>
    public SubmissionPath Combine(string name) => this / name;

    /// <summary>Whether this entry lies somewhere below <paramref name="folder"/>.</summary>
    public bool IsBelow(SubmissionPath folder)
        => !IsRoot && (folder.IsRoot || (Value.Length > folder.Value.Length && Value[folder.Value.Length] == '/' && Value.StartsWith(folder.Value, StringComparison.Ordinal)));

    /// <summary>This path as seen from <paramref name="folder"/>; the path itself where it does not lie below it.</summary>
    public string RelativeTo(SubmissionPath folder)
        => this == folder ? "." : folder.IsRoot || !IsBelow(folder) ? ToString() : Value[(folder.Value.Length + 1)..];

    /// <inheritdoc/>
    public int CompareTo(SubmissionPath other) => CodePointComparer.Instance.Compare(Value, other.Value);

    /// <summary>Compares by value.</summary>
    public bool Equals(SubmissionPath other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The path as people read it: <c>.</c> for the root.</summary>
    public override string ToString() => IsRoot ? "." : Value;
}
