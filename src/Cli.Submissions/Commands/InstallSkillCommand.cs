using System.CommandLine;
using System.Reflection;
using MlPerf.Endpoints.Prism.Client.Files;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary><c>install-skill</c>: instructions for coding assistants.</summary>
internal static class InstallSkillCommand
{
    private const string Folder = "mlperf-submissions";
    private const string FileName = "SKILL.md";

    public static Command Create(CommandScope scope)
    {
        var project = new Option<bool>("--project") { Description = "Into .claude/skills below the working folder instead of the home folder." };
        var dest = new Option<string?>("--dest") { Description = "Into this folder.", HelpName = "DIR" };
        var force = new Option<bool>("--force") { Description = "Write over a file that was changed." };
        return scope.Bind(
            new Command("install-skill", "Installs instructions that teach a coding assistant this tool.\n\nExample:\n  endpoints-submission-cli install-skill --project") { project, dest, force },
            async run =>
            {
                if (run.Get(project) && run.Get(dest) is not null)
                {
                    throw new UsageException("--dest and --project exclude each other.");
                }

                var root = run.Get(dest) is { } typed ? run.Host.Resolve(typed) : Path.Combine(run.Get(project) ? run.Host.WorkingFolder : run.Host.HomeFolder, ".claude", "skills");
                var file = Path.Combine(root, Folder, FileName);
                var text = await TextAsync().ConfigureAwait(false);
                if (File.Exists(file))
                {
                    var present = await File.ReadAllTextAsync(file, run.Cancellation).ConfigureAwait(false);
                    if (string.Equals(present, text, StringComparison.Ordinal))
                    {
                        return Done(run, file, $"{file} is up to date.");
                    }

                    if (!run.Get(force))
                    {
                        throw new CommandException("skill-differs", $"{file} was changed; give --force to write over it.");
                    }
                }

                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await DiskFile.WriteAsync(file, System.Text.Encoding.UTF8.GetBytes(text)).ConfigureAwait(false);
                return Done(run, file, $"Installed {file}");
            });
    }

    private static int Done(CommandRun run, string file, string line)
    {
        run.Outcome.Set("file", file);
        if (!run.IsJson)
        {
            run.Host.Output.WriteLine(line);
        }

        return SubmissionExitCodes.Done;
    }

    private static async Task<string> TextAsync()
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("SKILL.md") ?? throw new InvalidOperationException("The tool was built without its skill.");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync().ConfigureAwait(false);
    }
}
