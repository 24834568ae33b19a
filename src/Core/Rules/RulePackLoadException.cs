namespace MlPerf.Endpoints.Core.Rules;

/// <summary>A pack, or the set of packs, cannot be used. The message names packs and files and says what to do.</summary>
public sealed class RulePackLoadException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What, where, what was expected, what to do.</param>
    /// <param name="file">The pack's file, where there is one.</param>
    /// <param name="inner">The cause, where there is one.</param>
    public RulePackLoadException(string message, string? file = null, Exception? inner = null)
        : base(message, inner) => File = file;

    /// <summary>The pack's file; null where the fault is not one file's.</summary>
    public string? File { get; }
}
