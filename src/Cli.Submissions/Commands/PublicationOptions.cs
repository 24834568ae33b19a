using System.CommandLine;
using System.Globalization;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary>Options that say when a submission is published: of those that make one and of the one that changes it.</summary>
internal sealed class PublicationOptions
{
    public Option<string?> Cycle { get; } = new("--publication-cycle") { Description = "The cycle to publish in (v0.7).", HelpName = "CYCLE" };

    public Option<string?> TargetDate { get; } = new("--target-availability-date") { Description = "When the system will be available, YYYY-MM-DD.", HelpName = "DATE" };

    public Option<string?> EmbargoDate { get; } = new("--embargo-date") { Description = "Not to be published before this time, YYYY-MM-DDTHH:MM:SSZ.", HelpName = "TIME" };

    /// <summary>The day on which the system will be available, as it is sent; null where none is given.</summary>
    public string? TargetDateOf(CommandRun run)
        => run.Get(TargetDate) is not { } typed ? null
            : run.IsReference || DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? typed
            : throw new UsageException($"--target-availability-date: '{typed}' is no date; expected one that exists, as YYYY-MM-DD.");

    public void AddTo(Command command)
    {
        command.Options.Add(Cycle);
        command.Options.Add(TargetDate);
        command.Options.Add(EmbargoDate);
    }
}
