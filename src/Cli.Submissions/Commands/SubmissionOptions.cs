using System.CommandLine;
using MlPerf.Endpoints.Prism.Client.Workflows;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary>Options that say what a submission is; both releases' spellings.</summary>
internal sealed class SubmissionOptions
{
    private static readonly string[] Divisions = ["standardized", "serviced", "rdi"];
    private static readonly string[] Availabilities = ["available", "preview", "rdi"];

    private readonly Option<string> _division = new("--division") { Description = "standardized, serviced or rdi.", Required = true, HelpName = "DIVISION" };
    private readonly Option<string> _scenario = new("--scenario") { Description = "cop (client on premises) or con (client over network).", Required = true, HelpName = "SCENARIO" };
    private readonly Option<string> _availability = new("--availability") { Description = "available, preview or rdi.", Required = true, HelpName = "AVAILABILITY" };
    private readonly Option<bool> _provisional = new("--provisional", "--early-publish") { Description = "Publish results before review." };
    private readonly PublicationOptions _publication = new();

    public SubmissionOptions()
        => _scenario.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value.ToLowerInvariant() is not ("cop" or "con"))
            {
                result.AddError($"--scenario: '{token.Value}' is no scenario; expected cop or con.");
            }
        });

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _division, _scenario, _availability, _provisional })
        {
            command.Options.Add(option);
        }

        _publication.AddTo(command);
    }

    public bool IsProvisional(CommandRun run) => run.Get(_provisional);

    /// <summary>What was asked for; checked before the first request.</summary>
    /// <exception cref="UsageException">A division or availability is unknown.</exception>
    /// <exception cref="CommandException">A date cannot be.</exception>
    public SubmissionCreation Of(CommandRun run, PrismProfile profile)
    {
        var embargo = run.Get(_publication.EmbargoDate);
        if (!profile.IsV1_0 && run.IsReference)
        {
            // The old releases send what was typed.
        }
        else if (!string.IsNullOrEmpty(embargo))
        {
            embargo = EmbargoDate.Accept(embargo, run.IsReference, mustBeLaterThan: run.Host.Time.GetUtcNow());
        }

        if (profile.IsV1_0 && run.Get(_publication.Cycle) is not null)
        {
            run.Outcome.Warn("--publication-cycle plays no part in v1.0; the service decides.");
        }

        return new SubmissionCreation
        {
            Division = Word(run, run.Get(_division)!, Divisions, "--division"),
            Scenario = run.Get(_scenario)!.ToLowerInvariant(),
            Availability = Word(run, run.Get(_availability)!, Availabilities, "--availability"),
            EarlyPublish = IsProvisional(run),
            PublicationCycle = run.Get(_publication.Cycle),
            TargetAvailabilityDate = _publication.TargetDateOf(run),
            EmbargoDate = embargo,
        };
    }

    private static string Word(CommandRun run, string typed, string[] words, string option)
        => run.IsReference ? typed
            : words.FirstOrDefault(word => string.Equals(word, typed.Trim(), StringComparison.OrdinalIgnoreCase)) ?? throw new UsageException($"{option}: '{typed}' is unknown; expected {string.Join(", ", words)}.");
}
