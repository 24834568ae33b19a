using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Json;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>Adds <c>shared_src</c> and <c>shared_docs</c> to a point file that lacks them (submission-cli 7.6).</summary>
internal static class SharedPointers
{
    private const string Comment = "# The following was added when the submission was assembled.";

    /// <summary>The point file with its pointers.</summary>
    /// <param name="content">The point file.</param>
    /// <param name="point">The same, read.</param>
    /// <param name="sole">The only implementation below <c>src/</c>; null where there is none or more than one.</param>
    /// <param name="isFolder">Whether a path is a folder of the submission.</param>
    /// <param name="warn">Told where comments are lost.</param>
    /// <exception cref="FormatException">A declared pointer does not resolve, or one is missing and cannot be told.</exception>
    public static ReadOnlyMemory<byte> Add(ReadOnlyMemory<byte> content, Node point, string? sole, Func<string, bool> isFolder, Action<string> warn)
    {
        var added = new List<(string Name, string Value)>();
        if (NeedsPointer(point, "shared_src", isFolder))
        {
            added.Add(("shared_src", sole ?? throw new FormatException("'shared_src' is missing, and there is not exactly one folder below src/ that it could mean; name one of them")));
        }

        if (NeedsPointer(point, "shared_docs", isFolder))
        {
            added.Add(("shared_docs", "docs"));
        }

        if (added.Count == 0)
        {
            return content;
        }

        var wanted = added.Aggregate(point, (map, pointer) => map.With(pointer.Name, JsonNodes.Of(pointer.Value)));
        var appended = Append(content, added);
        if (DocumentReader.Read(appended, SubmissionPath.Root, DocumentLanguage.Yaml, BuildLimits.Documents).Root is { Kind: NodeKind.Map } read && JsonNodes.SameValue(read, wanted))
        {
            return appended;
        }

        warn("its point.yaml was written anew, since nothing can be appended to it; comments are lost");
        return Encoding.UTF8.GetBytes(YamlBlockWriter.Write(wanted, sortsKeys: false));
    }

    private static byte[] Append(ReadOnlyMemory<byte> content, List<(string Name, string Value)> added)
    {
        var text = new StringBuilder();
        if (content.Length == 0 || content.Span[^1] != '\n')
        {
            text.Append('\n');
        }

        text.Append(Comment).Append('\n');
        foreach (var (name, value) in added.OrderBy(pointer => pointer.Name, StringComparer.Ordinal))
        {
            text.Append(YamlBlockWriter.Write(JsonNodes.Map((name, JsonNodes.Of(value))), sortsKeys: false));
        }

        return [.. content.Span, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static bool NeedsPointer(Node point, string name, Func<string, bool> isFolder)
    {
        if (point[name] is not { } declared || declared.IsNull || declared is { Kind: NodeKind.Text, AsText: "" } || declared is { Kind: NodeKind.List, Items.Count: 0 } || declared is { Kind: NodeKind.Map, Members.Count: 0 })
        {
            return true;
        }

        return Resolve(declared.PlainText()) is { } path && isFolder(path)
            ? false
            : throw new FormatException($"'{name}' is {declared}, which names no folder of the submission");
    }

    private static string? Resolve(string pointer)
    {
        var text = PythonText.Trim(pointer).Replace('\\', '/');
        if (text.StartsWith('/') || text.StartsWith('~'))
        {
            return null;
        }

        var parts = text.Split('/').Where(part => part is not ("" or ".")).ToArray();
        return parts.Length == 0 || parts.Contains("..", StringComparer.Ordinal) ? null : string.Join('/', parts);
    }
}
