namespace MlPerf.Endpoints.Rules.Builtin.Shared;

/// <summary>The keys of faults of a file as a whole; those of its fields are <see cref="Core.Reading.FieldKeys"/>.</summary>
internal static class FileFaultKeys
{
    public const string ParseError = "parse-error";
    public const string IoError = "io-error";
    public const string NotAMapping = "not-a-mapping";
}
