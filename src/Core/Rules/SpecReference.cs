namespace MlPerf.Endpoints.Core.Rules;

/// <summary>The clause that a result prints; it can differ by revision and dialect.</summary>
public sealed class SpecReference
{
    private readonly string _text;
    private readonly Other[] _others;

    private SpecReference(string text, Other[] others)
    {
        _text = text;
        _others = others;
    }

    /// <summary>A reference that is printed in every revision.</summary>
    public static implicit operator SpecReference(string text) => FromString(text);

    /// <summary>A reference that is printed in every revision.</summary>
    public static SpecReference FromString(string text) => new(text, []);

    /// <summary>The same reference, but <paramref name="text"/> in <paramref name="revision"/>.</summary>
    public SpecReference In(SpecRevision revision, string text) => new(_text, [.. _others, new Other(revision, text)]);

    /// <summary>What is printed in a revision.</summary>
    public string For(SpecRevision revision) => Array.Find(_others, other => other.Revision.Covers(revision))?.Text ?? _text;

    /// <summary>The text that holds where no revision has one of its own.</summary>
    public override string ToString() => _text;

    private sealed record Other(SpecRevision Revision, string Text);
}
