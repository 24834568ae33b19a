using System.Collections.Immutable;
using System.Text;
using MlPerf.Endpoints.Audits.Json;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Audits.Verdicts;

/// <summary>The two files of a verdict, <c>audit_&lt;id&gt;.json</c> and <c>verify_&lt;ID&gt;.txt</c> (audits, section 4.2).</summary>
public static class VerdictFiles
{
    private static readonly byte[] Pass = Encoding.ASCII.GetBytes("Performance check pass: True\n");
    private static readonly byte[] Fail = Encoding.ASCII.GetBytes("Performance check pass: False\n");

    /// <summary>The record's file name.</summary>
    public static string JsonName(string auditId) => $"audit_{auditId}.json";

    /// <summary>The text file's name.</summary>
    public static string TextName(string auditId)
    {
        ArgumentNullException.ThrowIfNull(auditId);
        return $"verify_{auditId.ToUpperInvariant()}.txt";
    }

    /// <summary>The text file's content.</summary>
    public static ReadOnlyMemory<byte> Text(bool passed) => passed ? Pass : Fail;

    /// <summary>The record's content: UTF-8, two spaces of indent, a final newline.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="provenance">What this library adds after the reason; empty for the tool's own form.</param>
    public static ReadOnlyMemory<byte> Json(AuditVerdict verdict, ImmutableArray<Detail> provenance = default)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return (byte[])[.. JsonText.Make(json => json.WriteValue(verdict.Fields.Concat(provenance.IsDefault ? [] : provenance)), isIndented: true).Span, (byte)'\n'];
    }

    /// <summary>A member as it would be written, for comparing.</summary>
    internal static ReadOnlyMemory<byte> Member(Detail member) => JsonText.Make(json => json.WriteValue((Detail[])[member]));

    /// <summary>Removes the files of an earlier verdict, so that it cannot outlive an audit that aborts.</summary>
    /// <exception cref="IOException">A file cannot be removed.</exception>
    public static void Remove(string folder, string auditId)
    {
        // The text goes first: a pass line never stands without its record.
        foreach (var name in (string[])[TextName(auditId), JsonName(auditId)])
        {
            var path = Path.Join(folder, name);
            AtomicFile.RemoveUnfinished(path);
            if (File.Exists(path))
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Writes both files, each whole or not at all, the record before the text.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(string folder, AuditVerdict verdict, ImmutableArray<Detail> provenance = default)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        AtomicFile.Write(Path.Join(folder, JsonName(verdict.Test)), Json(verdict, provenance).Span);
        AtomicFile.Write(Path.Join(folder, TextName(verdict.Test)), Text(verdict.Passed).Span);
    }
}
