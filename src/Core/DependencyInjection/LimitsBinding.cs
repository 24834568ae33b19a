using Microsoft.Extensions.Configuration;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.DependencyInjection;

/// <summary>Binds bounds to configuration. They are immutable, which the framework's binder passes over in silence.</summary>
internal static class LimitsBinding
{
    public static SourceLimits Bind(SourceLimits limits, IConfigurationSection section) => limits with
    {
        FollowLinks = section.GetValue(nameof(SourceLimits.FollowLinks), limits.FollowLinks),
        MaxFolders = section.GetValue(nameof(SourceLimits.MaxFolders), limits.MaxFolders),
        MaxFolderDepth = section.GetValue(nameof(SourceLimits.MaxFolderDepth), limits.MaxFolderDepth),
    };

    public static ReadLimits Bind(ReadLimits limits, IConfigurationSection section) => limits with
    {
        MaxFileBytes = section.GetValue(nameof(ReadLimits.MaxFileBytes), limits.MaxFileBytes),
        MaxStreamedBytes = section.GetValue(nameof(ReadLimits.MaxStreamedBytes), limits.MaxStreamedBytes),
        MaxTokenBytes = section.GetValue(nameof(ReadLimits.MaxTokenBytes), limits.MaxTokenBytes),
        MaxJsonDepth = section.GetValue(nameof(ReadLimits.MaxJsonDepth), limits.MaxJsonDepth),
        MaxYamlDepth = section.GetValue(nameof(ReadLimits.MaxYamlDepth), limits.MaxYamlDepth),
        MaxIntegerDigits = section.GetValue(nameof(ReadLimits.MaxIntegerDigits), limits.MaxIntegerDigits),
        MaxUnknownBytes = section.GetValue(nameof(ReadLimits.MaxUnknownBytes), limits.MaxUnknownBytes),
        MaxNodes = section.GetValue(nameof(ReadLimits.MaxNodes), limits.MaxNodes),
    };
}
