using System.CommandLine;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary>An option that is there or not and takes no value. Of text, since options of truth values have to be compiled anew at every start.</summary>
internal static class Flag
{
    public static Option<string?> Create(string description, string name, params string[] aliases) => new(name, aliases) { Description = description, Arity = ArgumentArity.Zero };

    public static bool Has(this ParseResult parsed, Option<string?> flag) => parsed.GetResult(flag) is { Implicit: false };
}
