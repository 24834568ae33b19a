using System.Buffers;

namespace MlPerf.Endpoints.Core.Sources;

/// <summary>How reports print the root: as it was given, tidied but never made absolute.</summary>
public static class DisplayRoot
{
    /// <summary>Drops <c>./</c>, doubled and trailing slashes; keeps <c>..</c>. Nothing left is <c>.</c>.</summary>
    public static string Normalize(string root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var text = OperatingSystem.IsWindows() ? root.Replace('\\', '/') : root;
        var tidy = string.Join('/', Array.FindAll(text.Split('/'), static part => part is not ("" or ".")));
        return text.StartsWith('/') ? "/" + tidy : tidy.Length == 0 ? "." : tidy;
    }

    /// <summary>A path below the root, joined as the reference joins it: nothing is put before it where the root is <c>.</c>.</summary>
    public static string Join(string displayRoot, SubmissionPath path)
        => path.IsRoot ? displayRoot
            : displayRoot is "." ? path.Value
            : displayRoot.EndsWith('/') ? displayRoot + path.Value
            : string.Concat(displayRoot, "/", path.Value);

    /// <summary>Writes the same.</summary>
    internal static void Write(IBufferWriter<char> text, string displayRoot, SubmissionPath path)
    {
        if (path.IsRoot || displayRoot is not ".")
        {
            text.Write(displayRoot);
        }

        if (!path.IsRoot && displayRoot is not "." && !displayRoot.EndsWith('/'))
        {
            text.Write("/");
        }

        text.Write(path.Value);
    }
}
