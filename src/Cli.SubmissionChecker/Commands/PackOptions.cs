using System.CommandLine;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Tools;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary>The options with which commands choose rules: packs from files, replaced data.</summary>
internal sealed class PackOptions
{
    private const string AuditRule = "audit-evidence";
    private const string AuditPack = "MlPerf.Endpoints.Audits";

    private readonly Option<string[]> _packs = new(PackFiles.OptionName)
    {
        Description = "Load a further rule pack from its .dll file; may be given several times.",
        HelpName = "PACK.dll",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _data = new("--data")
    {
        Description = "Folder whose files replace built-in thresholds and lists of the same name.",
        HelpName = "DIR",
    };

    /// <summary>Every rule that a check could ask for: those of the tool, the audits' opt-in one included, and of the packs that were named.</summary>
    public RuleCatalogue WholeCatalogue(ParseResult parsed) => Catalogue(parsed, AuditPack);

    /// <summary>The rules of the tool alone.</summary>
    public static RuleCatalogue OwnCatalogue() => AddOwnPacks(new RuleCatalogueBuilder()).Build();

    public void AddTo(Command command)
    {
        command.Options.Add(_packs);
        command.Options.Add(_data);
    }

    /// <summary>The rules of the tool and of the packs that were named.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="optIn">Opt-in rules or packs that were asked for; that of the audits is loaded only then.</param>
    public RuleCatalogue Catalogue(ParseResult parsed, params ReadOnlySpan<string> optIn)
    {
        var folder = parsed.GetValue(_data);
        if (folder is not null && !Directory.Exists(folder))
        {
            throw new UsageException($"The data folder does not exist: {folder}. Name an existing folder with --data.");
        }

        var packs = PackFiles.Load(parsed.GetValue(_packs));
        var asksForAudits = optIn.Contains(AuditRule) || optIn.Contains(AuditPack);
        var builder = AddOwnPacks(new RuleCatalogueBuilder()).UseDataFolder(folder);
        if (asksForAudits)
        {
            builder.AddRule<Audits.Rules.AuditEvidenceRule>();
        }

        if (ManagedHandover.IsManaged)
        {
            foreach (var pack in packs)
            {
                builder.AddRulesFrom(pack);
            }
        }

        return builder.Build();
    }

    private static RuleCatalogueBuilder AddOwnPacks(RuleCatalogueBuilder builder)
        => builder.AddRulesFrom(Rules.Builtin.BuiltinRules.Index).AddRulesFrom(Rules.Mlx.MlxRules.Index);
}
