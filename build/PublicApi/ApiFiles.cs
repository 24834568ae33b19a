using System.Text.Json;

namespace MlPerf.Endpoints.PublicApi;

/// <summary>The files that PublicApiAnalyzers compares a package's API with.</summary>
internal static class ApiFiles
{
    private const string NotDeclared = "RS0016";
    private const string NotFound = "RS0017";
    private const string Header = "#nullable enable\n";

    /// <summary>Writes the unshipped API of each package; what was shipped is only ever read.</summary>
    /// <param name="logs">A folder with each package's compiler log (SARIF), made against an unshipped API that is empty.</param>
    /// <param name="folder">The folder <c>api</c>.</param>
    public static void Update(string logs, string folder)
    {
        foreach (var log in Directory.EnumerateFiles(logs, "*.sarif").Order(StringComparer.Ordinal))
        {
            var package = Directory.CreateDirectory(Path.Combine(folder, Path.GetFileNameWithoutExtension(log))).FullName;
            var shipped = Path.Combine(package, "PublicAPI.Shipped.txt");
            if (!File.Exists(shipped))
            {
                File.WriteAllText(shipped, Header);
            }

            var lines = Lines(log).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            File.WriteAllText(Path.Combine(package, "PublicAPI.Unshipped.txt"), Header + string.Concat(lines.Select(line => line + "\n")));
        }
    }

    private static IEnumerable<string> Lines(string log)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(log));
        foreach (var result in document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
        {
            switch (result.GetProperty("ruleId").GetString())
            {
                case NotDeclared:
                    yield return Name(result);
                    break;
                case NotFound:
                    yield return "*REMOVED*" + Name(result);
                    break;
                default:
                    break;
            }
        }
    }

    private static string Name(JsonElement result)
        => result.GetProperty("properties").GetProperty("customProperties").GetProperty("APIName").GetString()!;
}
