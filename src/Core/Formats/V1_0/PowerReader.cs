using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Rules.Discovery;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Reads a system's power descriptor and the facts that go with it, and computes its power.</summary>
internal static class PowerReader
{
    private const string FileName = "system_power.json";

    /// <summary>Reads the power of a system.</summary>
    /// <param name="source">The submission.</param>
    /// <param name="system">The system's folder.</param>
    /// <param name="context">Options and limits.</param>
    /// <param name="defaults">Appendix D; see <see cref="Defaults"/>.</param>
    /// <param name="descriptionFolders">The folders whose description may give the facts, in order.</param>
    /// <param name="readDescription">Reads a system description; may answer from what was read before.</param>
    public static SystemPower Read(
        ISubmissionSource source, SubmissionPath system, FormatContext context, PowerDefaults defaults, IEnumerable<SubmissionPath> descriptionFolders, Func<SubmissionPath, Document> readDescription)
    {
        var path = system / FileName;

        // Only a file counts as a descriptor; what is refused (a link out of the submission, a device) is one that cannot be read.
        var document = source.KindOf(path) is EntryKind.File or EntryKind.Refused
            ? context.ReadDocument(source, path, DocumentLanguage.Json)
            : new Document(path, DocumentLanguage.Json, null, new DocumentProblem(DocumentProblemKind.Missing, "there is no such file"));
        return SystemPower.Of(PowerDescriptorReader.Read(document), PowerFactsReader.Find(descriptionFolders, readDescription), defaults);
    }

    /// <summary>Appendix D as the data folder or the policy has it.</summary>
    /// <exception cref="RulePackLoadException">The data folder's file cannot be used.</exception>
    public static PowerDefaults Defaults(FormatContext context)
        => (context.Options.DataFolder is { } folder ? RuleDataFile.Read(folder, PowerDefaults.FileName, PowerDefaults.Parse) : null) ?? PowerDefaults.Default;
}
