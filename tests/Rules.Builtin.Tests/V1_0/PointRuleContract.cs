using System.Diagnostics.CodeAnalysis;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0;

/// <summary>The contract of a rule about the points of v1.0, with short names for the files of the sample.</summary>
public abstract class PointRuleContract<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRule> : BuiltinRuleContract<TRule>
    where TRule : class, IComplianceRule
{
    /// <summary>The sample's one curve.</summary>
    protected const string Curve = "results/acme_a8/llama3_1-8b";

    /// <summary>The concurrencies of the sample, in order; the point at 512 is elected as the Offline point.</summary>
    protected static readonly int[] Concurrencies = [8, 12, 48, 128, 256, 384, 512];

    /// <summary>The folder of a point.</summary>
    protected static string Folder(int point) => $"{Curve}/r{point}";

    /// <summary><c>point.yaml</c> of a point.</summary>
    protected static string Config(int point) => $"{Folder(point)}/point.yaml";

    /// <summary><c>result_summary.json</c> of a point.</summary>
    protected static string Summary(int point) => $"{Folder(point)}/result_summary.json";

    /// <summary><c>system_desc.json</c> of a point.</summary>
    protected static string Description(int point) => $"{Folder(point)}/system_desc.json";

    /// <summary>The clean sample.</summary>
    protected static SubmissionBuilder Clean() => SubmissionBuilder.V1_0();

    /// <summary>The clean sample with one field of a point's configuration set.</summary>
    protected static SubmissionBuilder WithConfig(int point, string field, object? value) => Clean().Set(Config(point), field, value);

    /// <summary>The clean sample with a fragment laid over a point's configuration.</summary>
    protected static SubmissionBuilder WithConfig(int point, string yaml) => Clean().Merge(Config(point), yaml);

    /// <summary>The clean sample with one field of a point's summary set.</summary>
    protected static SubmissionBuilder WithSummary(int point, string field, object? value) => Clean().Set(Summary(point), field, value);

    /// <summary>The clean sample with a fragment laid over a point's summary.</summary>
    protected static SubmissionBuilder WithSummary(int point, string json) => Clean().Merge(Summary(point), json);

    /// <summary>The results that stand at a path, in order.</summary>
    protected IReadOnlyList<CheckResult> At(string path, SubmissionBuilder submission) => [.. Check(submission).Where(result => result.Path == path)];

    /// <summary>The keys of the results that stand at a path, joined by a blank; <c>""</c> for none.</summary>
    protected string KeysAt(string path, SubmissionBuilder submission) => string.Join(' ', At(path, submission).Select(result => result.Key));
}
