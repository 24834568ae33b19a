using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>What one rule answered.</summary>
internal sealed record EngineResult(CataloguedRule Rule, RuleResult Result);
