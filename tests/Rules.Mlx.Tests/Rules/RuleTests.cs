using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Mlx.Formats;
using MlPerf.Endpoints.Rules.Mlx.Rules;
using MlPerf.Endpoints.Testing;

namespace MlPerf.Endpoints.Rules.Mlx.Tests.Rules;

/// <summary>What every rule keeps to; the keys are reached by the corpus and by the tests of the format.</summary>
public abstract class MlxRuleContract<TRule> : RuleContract<TRule>
    where TRule : class, IComplianceRule
{
    protected override void Configure(RuleCatalogueBuilder builder) => builder.AddFormat<MlxFormat>();

    protected override IReadOnlySet<string> ReachedElsewhere => EnvelopeCase.All.SelectMany(known => known.Violations.Select(violation => violation.Keyword))
        .Concat(["pass", "unparsable", "unreadable", "missing", "none", "unlisted-invalid", "unlisted-valid", "beyond-double"]).ToHashSet(StringComparer.Ordinal);
}

public sealed class MlxAdditionalPropertiesRuleTests : MlxRuleContract<MlxAdditionalPropertiesRule>;

public sealed class MlxConstRuleTests : MlxRuleContract<MlxConstRule>;

public sealed class MlxDocumentsRuleTests : MlxRuleContract<MlxDocumentsRule>;

public sealed class MlxEnumRuleTests : MlxRuleContract<MlxEnumRule>;

public sealed class MlxEnvelopeRuleTests : MlxRuleContract<MlxEnvelopeRule>;

public sealed class MlxFormatRuleTests : MlxRuleContract<MlxFormatRule>;

public sealed class MlxIntegerRangeRuleTests : MlxRuleContract<MlxIntegerRangeRule>;

public sealed class MlxJsonRuleTests : MlxRuleContract<MlxJsonRule>;

public sealed class MlxMinLengthRuleTests : MlxRuleContract<MlxMinLengthRule>;

public sealed class MlxMinimumRuleTests : MlxRuleContract<MlxMinimumRule>;

public sealed class MlxPatternRuleTests : MlxRuleContract<MlxPatternRule>;

public sealed class MlxRequiredRuleTests : MlxRuleContract<MlxRequiredRule>;

public sealed class MlxTypeRuleTests : MlxRuleContract<MlxTypeRule>;
