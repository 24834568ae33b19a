namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>What is never written, printed or logged (audits, section 7.4).</summary>
internal static class Secrets
{
    public const string Redacted = "<redacted>";

    private static readonly string[] Names = ["api_key", "access_token", "authorization", "auth_token", "password", "token"];
    private static readonly string[] Endings = ["_key", "_token", "_password"];
    private static readonly string[] Schemes = ["http", "https", "ws", "wss"];

    public static bool IsSecretName(string name)
    {
        var normal = name.Trim().ToLowerInvariant().Replace('-', '_');
        return Names.Contains(normal, StringComparer.Ordinal)
            || Array.Exists(Endings, ending => normal.EndsWith(ending, StringComparison.Ordinal))
            || normal.Contains("secret", StringComparison.Ordinal);
    }

    /// <summary>A text without the secrets of a URL: user info, and query parameters with secret names.</summary>
    public static string Clean(string text)
    {
        var colon = text.IndexOf("://", StringComparison.Ordinal);
        if (colon <= 0 || !Schemes.Contains(text[..colon].ToLowerInvariant(), StringComparer.Ordinal))
        {
            return text;
        }

        var start = colon + 3;
        var end = text.AsSpan(start).IndexOfAny('/', '?', '#') is var stop and >= 0 ? start + stop : text.Length;
        if (text.LastIndexOf('@', end - 1, end - start) is var at and > 0)
        {
            text = string.Concat(text.AsSpan(0, start), Redacted, text.AsSpan(at));
        }

        var question = text.IndexOf('?', StringComparison.Ordinal);
        if (question < 0)
        {
            return text;
        }

        var hash = text.IndexOf('#', question) is var mark and >= 0 ? mark : text.Length;
        var parameters = text[(question + 1)..hash].Split('&').Select(parameter =>
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            return equals > 0 && IsSecretName(Uri.UnescapeDataString(parameter[..equals])) ? parameter[..(equals + 1)] + Redacted : parameter;
        });
        return string.Concat(text.AsSpan(0, question + 1), string.Join('&', parameters), text.AsSpan(hash));
    }
}
