using System.Collections.Immutable;
using System.Text;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>Recognises a model by pieces of its folder's name.</summary>
internal static class ModelKey
{
    /// <summary>The letters a–z and digits of a folder's name, in lower case.</summary>
    public static string Of(string folder)
    {
        var key = new StringBuilder(folder.Length);
        foreach (var c in folder)
        {
            // The dotted capital I becomes an i and a dot above it, which .NET's simple mapping leaves alone.
            var lower = c == '\u0130' ? 'i' : char.ToLowerInvariant(c);
            if (char.IsAsciiLetterLower(lower) || char.IsAsciiDigit(lower))
            {
                key.Append(lower);
            }
        }

        return key.ToString();
    }

    /// <summary>Whether every piece occurs in a key, anywhere and in any order.</summary>
    public static bool Fits(string key, ImmutableArray<string> fragments)
    {
        foreach (var fragment in fragments)
        {
            if (!key.Contains(fragment, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
