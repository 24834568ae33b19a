using System.Collections.Immutable;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>The clause that a result prints; it can differ by revision and dialect.</summary>
public sealed class SpecReference
{
    private readonly string _text;
    private readonly ImmutableArray<(SpecRevision Revision, string Text)> _others;

    private SpecReference(string text, ImmutableArray<(SpecRevision Revision, string Text)> others)
    {
        _text = text;
        _others = others;
    }

    /// <summary>A reference that is printed in every revision.</summary>
    public static implicit operator SpecReference(string text) => FromString(text);

    /// <summary>A reference that is printed in every revision.</summary>
    public static SpecReference FromString(string text) => new(text, []);

    /// <summary>The same reference, but <paramref name="text"/> in <paramref name="revision"/>.</summary>
    public SpecReference In(SpecRevision revision, string text) => new(_text, _others.Add((revision, text)));

    /// <summary>What is printed in a revision.</summary>
    public string For(SpecRevision revision)
    {
        foreach (var (other, text) in _others)
        {
            if (other.Covers(revision))
            {
                return text;
            }
        }

        return _text;
    }

    /// <summary>The text that holds where no revision has one of its own.</summary>
    public override string ToString() => _text;
}
