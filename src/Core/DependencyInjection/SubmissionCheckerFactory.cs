using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.DependencyInjection;

/// <summary>Makes checkers with the options and rules of a host's container. A singleton, safe for use by several threads.</summary>
public sealed class SubmissionCheckerFactory
{
    private readonly IOptions<CheckerOptions> _options;
    private readonly ILogger<SubmissionChecker>? _logger;

    /// <summary>Called by the container.</summary>
    public SubmissionCheckerFactory(RuleCatalogue catalogue, IOptions<CheckerOptions> options, ILogger<SubmissionChecker>? logger = null)
    {
        Catalogue = catalogue;
        _options = options;
        _logger = logger;
    }

    /// <summary>The rules and formats that its checkers work with.</summary>
    public RuleCatalogue Catalogue { get; }

    /// <summary>A checker of a folder on this machine.</summary>
    /// <param name="path">The submission's folder, or that of its organisation; it need not exist.</param>
    public SubmissionChecker Create(string path) => new(path, _options.Value, Catalogue, _logger);

    /// <summary>A checker of any source.</summary>
    public SubmissionChecker Create(ISubmissionSource source) => new(source, _options.Value, Catalogue, _logger);
}
