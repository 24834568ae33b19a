using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>What one rule answered.</summary>
internal readonly record struct EngineResult(CataloguedRule Rule, RuleResult Result);
