using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Structure;

/// <summary>What both dialects answer about the sources of a Standardized system (policy §2.2.1, §8.1); they differ in where these stand.</summary>
internal static class SourceFolders
{
    public static readonly Outcome Absent = Outcome.Error(
        key: "fail",
        spec: "#1",
        message: "the division is Standardized, so sources are expected in {folder}/, which {found}",
        fix: "Put the sources with which the results were produced into {folder}/, or correct the division in the system description.");

    public static readonly Outcome Found = Outcome.Pass(key: "pass", spec: "#1", message: "sources are in {folder}/");

    public static RuleResult Judge(ExpectedEntry folder) => folder.IsFolder
        ? Found.At(folder.Path, ("folder", folder.Path.Value))
        : Absent.At(folder.Path, ("folder", folder.Path.Value), ("found", folder.Describe()));
}
