using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>Reads the block <c>audit:</c>: a union whose member is told by <c>test</c> (audits, section 7.1).</summary>
internal sealed class AuditBlockReader(AuditRegistry registry)
{
    /// <summary>The id that upstream has and nobody offers here.</summary>
    public const string ReservedId = "accuracy_in_performance_dlrmv3_test";

    /// <summary>Reads the block; null where anything of it is refused. An unknown <c>test</c> is noted, and the other fields are judged as those of the default audit.</summary>
    public AuditConfiguration? Read(FieldReader fields)
    {
        var audit = Member(fields);
        var only = fields.Boolean("only", Presence.Optional);
        var configuration = (audit ?? registry.Default).ReadConfiguration(fields);
        fields.RefuseUnknown();
        return audit is null || configuration is null || fields.HasProblems ? null : configuration with { Only = only ?? false };
    }

    /// <summary>Fills in what depends on the rest of the file.</summary>
    public AuditConfiguration Resolve(AuditConfiguration configuration, BenchmarkConfiguration benchmark)
        => registry.Find(configuration.Test)?.Resolve(configuration, benchmark) ?? configuration;

    private IAuditTest? Member(FieldReader fields)
    {
        if (fields.Raw("test") is not { } test)
        {
            _ = fields.Text("test", Presence.Required);
            return null;
        }

        if (test.Kind is NodeKind.Text && registry.Find(test.AsText!) is { } audit)
        {
            return audit;
        }

        var known = string.Join(", ", registry.Audits.Select(part => part.Id));
        fields.Refuse(FieldKeys.LiteralError, "test", test.AsText is ReservedId ? $"one of {known}; '{ReservedId}' (TEST08) is reserved and not offered" : $"one of {known}");
        return null;
    }
}
