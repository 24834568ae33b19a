namespace MlPerf.Endpoints.Testing.Corpus;

/// <summary>A file that a case passes as an option.</summary>
/// <param name="Text">Its text; null to pass the path of a file that does not exist.</param>
public sealed record CorpusOption(string? Text);
