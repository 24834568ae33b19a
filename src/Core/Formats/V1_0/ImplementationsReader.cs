using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Lists the implementations below <c>src/</c>.</summary>
internal static class ImplementationsReader
{
    private const string Readme = "README.md";

    public static IReadOnlyList<Implementation> Read(ISubmissionSource source, SubmissionPath folder)
    {
        var implementations = new List<Implementation>();
        foreach (var entry in source.List(folder))
        {
            if (entry.Kind is EntryKind.Folder)
            {
                implementations.Add(new Implementation(entry.Name, FindReadme(source, folder / entry.Name)));
            }
        }

        return implementations;
    }

    private static ExpectedEntry FindReadme(ISubmissionSource source, SubmissionPath implementation)
    {
        foreach (var entry in source.List(implementation))
        {
            if (entry.Kind is EntryKind.File && string.Equals(entry.Name, Readme, StringComparison.OrdinalIgnoreCase))
            {
                return new ExpectedEntry(implementation / entry.Name, entry.Kind);
            }
        }

        return new ExpectedEntry(implementation / Readme, source.KindOf(implementation / Readme));
    }
}
