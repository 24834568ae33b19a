using System.Globalization;
using Microsoft.Extensions.Configuration;
using MlPerf.Endpoints.Prism.Client.Http;

namespace MlPerf.Endpoints.Prism.Client.DependencyInjection;

/// <summary>Binds <see cref="PrismClientOptions"/> by name without reflection; an unknown name or a value that does not parse is an error.</summary>
internal static class PrismClientConfiguration
{
    public static void Apply(IConfiguration section, PrismClientOptions options)
    {
        foreach (var setting in section.GetChildren())
        {
            if (setting.Value is { } value)
            {
                Set(options, setting.Key, value);
            }
        }
    }

    private static void Set(PrismClientOptions options, string name, string value)
    {
        switch (name.ToUpperInvariant())
        {
            case "BASEADDRESS": options.BaseAddress = value; break;
            case "TOKEN": options.Token = value; break;
            case "CLIVERSION": options.CliVersion = value; break;
            case "TRANSFER": options.Transfer = Enum.TryParse<ArchiveTransfer>(value, ignoreCase: true, out var transfer) ? transfer : throw Bad(name, value, "Presigned or Form"); break;
            case "CONNECTTIMEOUT": options.ConnectTimeout = Time(name, value); break;
            case "APITIMEOUT": options.ApiTimeout = Time(name, value); break;
            case "UPLOADWRITETIMEOUT": options.UploadWriteTimeout = Time(name, value); break;
            case "UPLOADREADTIMEOUT": options.UploadReadTimeout = Time(name, value); break;
            case "DOWNLOADTIMEOUT": options.DownloadTimeout = Time(name, value); break;
            case "MAXATTEMPTS": options.MaxAttempts = Whole(name, value); break;
            case "RETRYDELAY": options.RetryDelay = Time(name, value); break;
            case "MAXRETRYAFTER": options.MaxRetryAfter = Time(name, value); break;
            case "CIRCUITFAILURES": options.CircuitFailures = Whole(name, value); break;
            case "CIRCUITWINDOW": options.CircuitWindow = Time(name, value); break;
            case "CIRCUITBREAK": options.CircuitBreak = Time(name, value); break;
            case "ACCEPTSANYID": options.AcceptsAnyId = bool.TryParse(value, out var flag) ? flag : throw Bad(name, value, "true or false"); break;
            case "REQUIRESJSONANSWERS": options.RequiresJsonAnswers = bool.TryParse(value, out var requires) ? requires : throw Bad(name, value, "true or false"); break;
            case "USERAGENT": options.UserAgent = value; break;
            default: throw new InvalidOperationException($"The setting '{name}' of the PRISM client is unknown.");
        }
    }

    private static TimeSpan Time(string name, string value)
        => TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time) ? time : throw Bad(name, value, "a time such as 00:00:30");

    private static int Whole(string name, string value)
        => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : throw Bad(name, value, "a whole number");

    private static InvalidOperationException Bad(string name, string value, string expected)
        => new($"The setting '{name}' of the PRISM client is '{value}'; expected {expected}.");
}
