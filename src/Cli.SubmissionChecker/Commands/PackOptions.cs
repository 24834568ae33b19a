using System.CommandLine;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary>The options with which commands choose rules: packs from files, replaced data.</summary>
internal sealed class PackOptions(ToolHost host)
{
    private const string AuditRule = "audit-evidence";
    private const string AuditPack = "MlPerf.Endpoints.Audits";

    private readonly RulePackFiles _packs = new("rule pack");

    private readonly Option<string?> _data = new("--data")
    {
        Description = "Folder whose files replace built-in thresholds and lists of the same name.",
        HelpName = "DIR",
    };

    /// <summary>Every rule that a check could ask for: those of the tool, the audits' opt-in one included, and of the packs that were named.</summary>
    public RuleCatalogue WholeCatalogue(ParseResult parsed) => Catalogue(parsed, AuditPack);

    public void AddTo(Command command)
    {
        _packs.AddTo(command);
        command.Options.Add(_data);
    }

    /// <summary>The rules of the tool and of the packs that were named.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="optIn">Opt-in rules or packs that were asked for; that of the audits is loaded only then.</param>
    public RuleCatalogue Catalogue(ParseResult parsed, params ReadOnlySpan<string> optIn)
    {
        var folder = parsed.GetValue(_data);
        if (folder is not null && !Directory.Exists(host.Resolve(folder)))
        {
            throw new UsageException($"The data folder does not exist: {folder}. Name an existing folder with --data.");
        }

        var builder = new RuleCatalogueBuilder()
            .AddRulesFrom(Rules.Builtin.BuiltinRules.Index)
            .AddRulesFrom(Rules.Mlx.MlxRules.Index)
            .UseDataFolder(folder is null ? null : host.Resolve(folder));
        if (optIn.Contains(AuditRule) || optIn.Contains(AuditPack))
        {
            builder.AddRule<Audits.Rules.AuditEvidenceRule>();
        }

        var packs = _packs.Load(parsed, host);
        if (ManagedHandover.IsManaged)
        {
            foreach (var pack in packs)
            {
                builder.AddRulesFrom(pack);
            }
        }

        return builder.Build();
    }

    /// <summary>What a check would read besides the submission.</summary>
    public IEnumerable<string?> Inputs(ParseResult parsed) => [parsed.GetValue(_data), .. _packs.Named(parsed)];
}
