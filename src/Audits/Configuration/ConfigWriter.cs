using System.Collections;
using System.Collections.Immutable;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>Writes a resolved configuration as the benchmark tool does: block YAML, nulls left out, secrets replaced (audits, section 7.4).</summary>
public static class ConfigWriter
{
    /// <summary>The file's text.</summary>
    public static string ToYaml(ConfigTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return YamlBlockWriter.Write(Map(tree.Members), sortsKeys: false);
    }

    /// <summary>SHA-256 of the configuration without <c>report_dir</c> and <c>audit</c>, in lower-case hex: what two phases must share.</summary>
    public static string Fingerprint(ConfigTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToYaml(tree.Without("report_dir").Without("audit")))));
    }

    private static Node Map(ImmutableArray<Detail> members)
        => Node.Map(default, [.. from member in members where member.Value is not null select new Member(Node.Text(default, member.Name), Value(member))]);

    private static Node Value(Detail member) => ToNode(Secrets.IsSecretName(member.Name) && member.Value is string ? Secrets.Redacted : member.Value);

    private static Node ToNode(object? value) => value switch
    {
        null => Node.Null(default),
        bool flag => Node.Boolean(default, flag),
        int number => Node.Integer(default, number),
        long number => Node.Integer(default, number),
        BigInteger number => Node.Integer(default, number),
        double number => Node.Number(default, number),
        string text => Node.Text(default, Secrets.Clean(text)),
        ImmutableArray<Detail> members => Map(members),
        IEnumerable items => Node.List(default, [.. items.Cast<object?>().Select(ToNode)]),
        _ => throw new ArgumentException($"A {value.GetType().Name} has no form in YAML here.", nameof(value)),
    };
}
