namespace MlPerf.Endpoints.Core.Reading.Yaml;

/// <summary>A token of YAML with its place.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">Where it begins.</param>
/// <param name="Text">A scalar's text, the name of an anchor or alias, a tag's suffix, a directive's name.</param>
/// <param name="Handle">A tag's handle (null where it is spelt out), a directive's first value.</param>
/// <param name="Extra">The second value of a directive.</param>
/// <param name="IsPlain">Whether a scalar stands without quotes and not as a block.</param>
internal sealed record YamlToken(YamlTokenKind Kind, SourceLocation At, string? Text = null, string? Handle = null, string? Extra = null, bool IsPlain = false);
