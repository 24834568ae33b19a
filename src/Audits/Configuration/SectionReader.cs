using System.Collections.Immutable;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>Reads one mapping of the file and keeps what was read, defaults filled in, for writing it again.</summary>
internal sealed class SectionReader(FieldReader? fields, FieldReader parent, string name)
{
    private readonly List<Detail> _members = [];

    /// <summary>The mapping; null where it is absent, and then every field has its default.</summary>
    public FieldReader? Fields => fields;

    public ImmutableArray<Detail> Members => [.. _members.Where(member => member.Value is not null)];

    public static SectionReader Open(FieldReader parent, string name, Presence presence = Presence.Optional) => new(parent.Object(name, presence), parent, name);

    public static SectionReader Of(FieldReader fields) => new(fields, fields, "");

    public string? Text(string field, string? standard = null, Presence presence = Presence.Optional)
        => Keep(field, fields?.TrimmedText(field, presence) ?? standard);

    public string OneOf(string field, string standard, IReadOnlyList<string> values)
        => Keep(field, fields?.OneOf(field, Presence.Optional, values, FieldKeys.Enum) ?? standard)!;

    public BigInteger? Integer(string field, BigInteger? standard, Presence presence = Presence.Optional, BigInteger? atLeast = null, BigInteger? greaterThan = null)
    {
        var value = fields?.WholeNumber(field, presence, atLeast, greaterThan) ?? standard;
        _members.Add(new Detail(field, value));
        return value;
    }

    public double? Number(string field, double? standard, Presence presence = Presence.Optional, double? atLeast = null, double? greaterThan = null)
    {
        var isGiven = fields?.Raw(field) is not null;
        var value = fields?.Number(field, presence, atLeast: atLeast, greaterThan: greaterThan);

        // An explicit null is a value of its own where there may be one: no limit, not the default.
        value = isGiven && presence is Presence.Nullable ? value : value ?? standard;
        _members.Add(new Detail(field, value));
        return value;
    }

    public bool Boolean(string field, bool standard)
    {
        var value = fields?.Boolean(field, Presence.Optional) ?? standard;
        _members.Add(new Detail(field, value));
        return value;
    }

    public Node? Mapping(string field)
    {
        var value = fields?.AnyMap(field, Presence.Nullable);
        _members.Add(new Detail(field, value is null ? null : ConfigTree.FromNode(value)));
        return value;
    }

    /// <summary>Fields of the benchmark tool that mean nothing to this runner: kept as they are.</summary>
    public void Pass(params ReadOnlySpan<string> names)
    {
        foreach (var field in names)
        {
            if (fields?.Raw(field) is { IsNull: false } value)
            {
                _members.Add(new Detail(field, ConfigTree.FromNode(value)));
            }
        }
    }

    public void Add(string field, object? value) => _members.Add(new Detail(field, value));

    public void Refuse(string? field, string expected) => (fields ?? parent).Refuse(ConfigurationProblemKinds.ValueErrorKey, fields is null ? name : field, expected);

    public void Close() => fields?.RefuseUnknown();

    private string? Keep(string field, string? value)
    {
        _members.Add(new Detail(field, value));
        return value;
    }
}
