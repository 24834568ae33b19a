using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>One fault of a benchmark configuration (audits, section 7.2).</summary>
/// <param name="Path">Dotted path of the field, <c>audit.samples</c>; <c>""</c> for the file.</param>
/// <param name="Kind">One of <see cref="ConfigurationProblemKinds"/>.</param>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Location">Where, if that is known.</param>
public sealed record ConfigurationProblem(string Path, string Kind, string Message, SourceLocation? Location = null)
{
    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}
