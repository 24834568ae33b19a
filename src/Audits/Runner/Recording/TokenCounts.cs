namespace MlPerf.Endpoints.Audits.Runner.Recording;

/// <summary>Token counts of a request; null without a tokenizer.</summary>
internal readonly record struct TokenCounts(int? Input, int? Output, int? AfterFirst);
