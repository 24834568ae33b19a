namespace MlPerf.Endpoints.SubmissionChecker.Tests;

/// <summary>Surroundings of a run: the repository's root, no variables, nobody who watches.</summary>
internal sealed record SurroundingsBuilder
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public bool IsTerminal { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ToolHost Build(TextWriter output, TextWriter error) => new()
    {
        Environment = Environment,
        WorkingFolder = ToolRun.Root,
        HomeFolder = ToolRun.Root,
        Output = output,
        Error = error,
        Input = TextReader.Null,
        IsOutputTerminal = IsTerminal,
        IsErrorTerminal = IsTerminal,
        Width = IsTerminal ? 120 : 0,
        Time = Time,
    };
}
