using System.Text;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Prism.Client.Archives;
using MlPerf.Endpoints.Prism.Client.Assembly;
using MlPerf.Endpoints.Prism.Client.Files;
using MlPerf.Endpoints.Prism.Client.GitHub;
using MlPerf.Endpoints.Prism.Client.Http;
using MlPerf.Endpoints.Prism.Client.Runs;
using MlPerf.Endpoints.Prism.Client.Workflows;

namespace MlPerf.Endpoints.SubmissionCli.Rendering;

/// <summary>What came of a command, for people as it happens, for programs as one document at the end.</summary>
internal sealed class CommandOutcome(ToolHost host, string command, bool isJson, bool isQuiet)
{
    private readonly List<(string Name, string Value)> _values = [];
    private readonly List<(string Name, IReadOnlyList<string> Values)> _lists = [];
    private readonly List<string> _warnings = [];
    private readonly List<UndoOutcome> _undone = [];
    private (string Kind, string Message, int? Status)? _error;
    private bool _isPrinted;

    /// <summary>The check's report, where there was a check.</summary>
    public Report? Report { get; set; }

    /// <summary>The bundle's manifest, where one was made.</summary>
    public SubmissionManifest? Manifest { get; set; }

    /// <summary>The command's name.</summary>
    public string Command => command;

    /// <summary>Values by name, as a program reads them.</summary>
    public IReadOnlyList<(string Name, string Value)> Values => _values;

    /// <summary>Lists by name.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Values)> Lists => _lists;

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>What was undone, or still stands.</summary>
    public IReadOnlyList<UndoOutcome> Changes => _undone;

    /// <summary>The failure; null where there was none.</summary>
    public (string Kind, string Message, int? Status)? Error => _error;

    /// <summary>Called before a line is written: takes a progress bar away.</summary>
    public Action? BeforeLine { get; set; }

    public void Set(string name, string? value)
    {
        if (value is not null)
        {
            _values.Add((name, value));
        }
    }

    public void Set(string name, IReadOnlyList<string> values) => _lists.Add((name, values));

    /// <summary>The new id: alone on standard output with --quiet.</summary>
    public void Id(string name, string id)
    {
        Set(name, id);
        if (isQuiet && !isJson)
        {
            host.Output.WriteLine(id);
        }
    }

    /// <summary>A line about success; standard error, as the reference has it.</summary>
    public void Say(string text)
    {
        if (!isJson && !isQuiet)
        {
            Tell(text);
        }
    }

    /// <summary>A line on standard error, whatever the output.</summary>
    public void Tell(string text)
    {
        BeforeLine?.Invoke();
        host.Error.WriteLine(text);
    }

    /// <summary>The command prints its own document; there is none of ours, and failures from here on are told on standard error.</summary>
    public void Printed() => _isPrinted = true;

    public void Warn(string text)
    {
        _warnings.Add(text);
        if (!isJson)
        {
            Tell($"warning: {text}");
        }
    }

    public void Fail(Exception failure)
    {
        if (failure is SubmissionCheckException check)
        {
            Report = check.Report;
            Fail("check", failure.Message);
            WriteErrors(check.Report);
            return;
        }

        Fail(Kind(failure), failure.Message, failure is PrismException { Status: { } status } ? (int)status : null);
    }

    public void Fail(string kind, string message, int? status = null)
    {
        _error = (kind, message, status);
        if (!isJson || _isPrinted)
        {
            Tell($"error: {message}");
        }
    }

    public void Undone(IReadOnlyList<UndoOutcome> outcomes)
    {
        _undone.AddRange(outcomes);
        foreach (var outcome in isJson ? [] : outcomes)
        {
            Tell(outcome switch
            {
                { IsUndone: true } => $"undone: {outcome.What}",
                { Problem: { } problem } => $"STILL THERE: {outcome.What}; undoing it failed: {problem} Remove it, or continue with --resume {outcome.Id}.",
                _ => $"STILL THERE: {outcome.What}. Remove it, or continue with --resume {outcome.Id}.",
            });
        }
    }

    /// <summary>A failure that nobody expected.</summary>
    public void Defect(Exception failure)
    {
        _error = ("internal", $"{SubmissionCli.Name} failed with {failure.GetType().Name}: {failure.Message}", null);
        if (!isJson || _isPrinted)
        {
            BeforeLine?.Invoke();
            host.Error.WriteLine(ToolLoop.Defect(SubmissionCli.Tool, failure));
        }
    }

    /// <summary>Writes the report.</summary>
    /// <exception cref="IOException">It cannot be written; there is nothing of it.</exception>
    public Task WriteReportAsync(OutputFile file, bool isOk)
        => DiskFile.WriteAsync(file.FullPath, Encoding.UTF8.GetBytes(OutcomeDocument.Of(this, isOk, withReport: true) + "\n"));

    /// <summary>Prints the document where one was asked for.</summary>
    public void Print(bool isOk)
    {
        if (isJson && !_isPrinted)
        {
            host.Output.WriteJson(OutcomeDocument.Of(this, isOk, withReport: false));
        }
    }

    /// <summary>What stopped the command, as the check itself shows it.</summary>
    private void WriteErrors(Report report)
    {
        if (!isJson)
        {
            TextReportWriter.Write(host.Error.Lines, report, new TextReportOptions { Width = host.Width, IsQuiet = true });
        }
    }

    private static string Kind(Exception failure) => failure switch
    {
        PrismException prism => prism.Kind switch
        {
            PrismErrorKind.MissingToken => "missing-token",
            PrismErrorKind.Unauthorized => "auth",
            PrismErrorKind.UpgradeRequired => "upgrade-required",
            PrismErrorKind.Api => "api",
            PrismErrorKind.Storage => "storage",
            PrismErrorKind.Network => "network",
            PrismErrorKind.Malformed => "malformed",
            _ => "archive",
        },
        RunFolderException => "run-folder",
        SubmissionAssemblyException => "build",
        PullRequestException => "github",
        ArchiveException => "archive",
        AddingRunsException => "adding-runs-refused",
        CommandException command => command.Kind,
        OperationCanceledException => "aborted",
        DiskFullException => "disk-full",
        DirectoryNotFoundException => "not-a-directory",
        _ => "io",
    };
}
