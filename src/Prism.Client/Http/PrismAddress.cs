using System.Diagnostics.CodeAnalysis;

namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>Which addresses may be called: HTTPS anywhere, plain HTTP on loopback only, since a key or a signed link would travel in the open.</summary>
internal static class PrismAddress
{
    /// <summary>Why an address may not be called; null where it may.</summary>
    public static string? Problem(string? address)
    {
        if (string.IsNullOrEmpty(address))
        {
            return "the address is empty; expected one that begins with https://.";
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return "it is no address; expected one that begins with https://.";
        }

        return uri.Scheme switch
        {
            "https" => null,
            "http" when uri.IsLoopback => null,
            "http" => "plain HTTP is accepted on loopback only; expected https://.",
            _ => $"the scheme '{uri.Scheme}' cannot be called; expected https://.",
        };
    }

    /// <exception cref="PrismException">It may not be called.</exception>
    public static Uri Accept(string address, string call)
        => Problem(address) is { } problem
            ? throw new PrismException(PrismErrorKind.Network, $"{call}: {problem}") { Call = call }
            : new Uri(address, UriKind.Absolute);

    /// <summary>The key where it can be sent: outer blanks are dropped, anything but visible ASCII is refused.</summary>
    public static bool TryAcceptToken(string? token, [NotNullWhen(true)] out string? accepted)
    {
        accepted = token?.Trim();
        return accepted is { Length: > 0 } && accepted.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0;
    }
}
