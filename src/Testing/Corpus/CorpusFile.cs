using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Testing.Corpus;

/// <summary>Reads corpus files: <c>{"spec", "group", "bases": […], "cases": […]}</c>, submissions laid over one another with the reference's verdicts.</summary>
public static class CorpusFile
{
    /// <summary>Every case and base of every <c>*.json</c> in a folder, by file name.</summary>
    /// <exception cref="InvalidDataException">The folder holds no case: a test over nothing must not pass.</exception>
    public static IReadOnlyList<CorpusCase> LoadAll(string folder)
    {
        var cases = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(Load).ToList();
        return cases.Count > 0 ? cases : throw new InvalidDataException($"No corpus case in {folder}.");
    }

    /// <summary>Every base and case of one file.</summary>
    public static IReadOnlyList<CorpusCase> Load(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = document.RootElement;
        var (spec, group) = (root.GetProperty("spec").GetString()!, root.GetProperty("group").GetString()!);
        var bases = new Dictionary<string, Layout>(StringComparer.Ordinal);
        var cases = new List<CorpusCase>();

        foreach (var item in root.GetProperty("bases").EnumerateArray())
        {
            var name = item.GetProperty("name").GetString()!;
            var layout = new Layout();
            layout.Apply(item);
            bases[name] = layout;
            cases.Add(Make(item, $"{group}/{name}", Revision(spec, name), layout));
        }

        foreach (var item in root.GetProperty("cases").EnumerateArray())
        {
            var baseName = item.GetProperty("base").GetString()!;
            var layout = new Layout(bases[baseName]);
            layout.Apply(item);
            cases.Add(Make(item, $"{group}/{item.GetProperty("name").GetString()}", Revision(spec, baseName), layout));
        }

        return cases;
    }

    private static SpecRevision Revision(string spec, string baseName)
        => spec is not "v0.7" ? new SpecRevision(spec)
            : baseName.StartsWith("readme-", StringComparison.Ordinal) ? SpecRevision.V0_7Readme : SpecRevision.V0_7Release;

    private static CorpusCase Make(JsonElement item, string name, SpecRevision revision, Layout layout) => new(layout.Files, layout.Folders)
    {
        Name = name,
        Revision = revision,
        Root = item.TryGetProperty("root", out var root) ? root.GetString()! : ".",
        SeedSets = Option(item, "seed_sets_path"),
        ApprovedDrafters = Option(item, "approved_drafters_path"),
        Expected = Verdict(item.GetProperty("expect")),
    };

    private static CorpusOption? Option(JsonElement item, string name)
        => item.TryGetProperty("options", out var options) && options.TryGetProperty(name, out var text) ? new CorpusOption(text.GetString()) : null;

    private static CorpusVerdict Verdict(JsonElement expect)
    {
        if (expect.TryGetProperty("crash", out var crash))
        {
            return new CorpusVerdict(null, [], new Dictionary<string, int>(StringComparer.Ordinal), crash.ToString());
        }

        return new CorpusVerdict(
            expect.GetProperty("passed").GetBoolean(),
            [.. expect.GetProperty("findings").EnumerateArray().Select(finding => new CorpusFinding(
                finding.GetProperty("rule").GetString()!,
                finding.GetProperty("severity").GetString()!,
                finding.GetProperty("spec_ref").GetString()!,
                finding.GetProperty("path").GetString(),
                finding.TryGetProperty("key", out var key) ? key.GetString() : null))],
            expect.GetProperty("passes").EnumerateObject().ToDictionary(pass => pass.Name, pass => pass.Value.GetInt32(), StringComparer.Ordinal),
            null);
    }

    /// <summary>Files and folders while entries are applied in the order written; a folder stays when its last file is deleted.</summary>
    private sealed class Layout
    {
        public Layout()
        {
            Files = new(StringComparer.Ordinal);
            Folders = new(StringComparer.Ordinal);
        }

        public Layout(Layout other)
        {
            Files = new(other.Files, StringComparer.Ordinal);
            Folders = new(other.Folders, StringComparer.Ordinal);
        }

        public Dictionary<string, byte[]> Files { get; }

        public HashSet<string> Folders { get; }

        public void Apply(JsonElement item)
        {
            if (item.TryGetProperty("dirs", out var dirs))
            {
                foreach (var dir in dirs.EnumerateArray())
                {
                    AddFolder(dir.GetString()!.TrimEnd('/'));
                }
            }

            foreach (var file in item.GetProperty("files").EnumerateObject())
            {
                if (file.Value.ValueKind is JsonValueKind.Null)
                {
                    Delete(file.Name);
                }
                else
                {
                    var slash = file.Name.LastIndexOf('/');
                    AddFolder(slash < 0 ? "" : file.Name[..slash]);
                    Files[file.Name] = file.Value.ValueKind is JsonValueKind.String
                        ? Encoding.UTF8.GetBytes(file.Value.GetString()!)
                        : file.Value.GetProperty("base64").GetBytesFromBase64();
                }
            }
        }

        private void AddFolder(string path)
        {
            for (; path.Length > 0 && Folders.Add(path); path = path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : "")
            {
            }
        }

        private void Delete(string path)
        {
            Files.Remove(path);
            Folders.Remove(path);
            foreach (var below in Files.Keys.Where(file => file.StartsWith(path + "/", StringComparison.Ordinal)).ToList())
            {
                Files.Remove(below);
            }

            Folders.RemoveWhere(folder => folder.StartsWith(path + "/", StringComparison.Ordinal));
        }
    }
}
