using System.CommandLine;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary>Options that say when a submission is published: of those that make one and of the one that changes it.</summary>
internal sealed class PublicationOptions
{
    public Option<string?> Cycle { get; } = new("--publication-cycle") { Description = "The cycle to publish in (v0.7).", HelpName = "CYCLE" };

    public Option<string?> TargetDate { get; } = new("--target-availability-date") { Description = "When the system will be available, YYYY-MM-DD.", HelpName = "DATE" };

    public Option<string?> EmbargoDate { get; } = new("--embargo-date") { Description = "Not to be published before this time, YYYY-MM-DDTHH:MM:SSZ.", HelpName = "TIME" };

    public void AddTo(Command command)
    {
        command.Options.Add(Cycle);
        command.Options.Add(TargetDate);
        command.Options.Add(EmbargoDate);
    }
}
