using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Testing.Building;

/// <summary>A clean sample submission in memory, with the one thing changed that a test is about.</summary>
/// <example><code>
/// var report = SubmissionBuilder.V1_0()
///     .Set("results/acme_a8/llama3_1-8b/r8/point.yaml", "runtime_settings.stream_all_chunks", false)
///     .Check();
/// </code></example>
public sealed class SubmissionBuilder
{
    private readonly SortedDictionary<string, byte[]> _files;
    private readonly List<string> _folders = [];
    private string? _seedSets;
    private string? _approvedDrafters;

    private SubmissionBuilder(SpecRevision revision, IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        Revision = revision;
        _files = new(StringComparer.Ordinal);
        foreach (var (path, bytes) in files)
        {
            _files[path] = bytes;
        }
    }

    /// <summary>The revision and dialect to check against.</summary>
    public SpecRevision Revision { get; }

    /// <summary>The paths of all files, relative to the root.</summary>
    public IReadOnlyCollection<string> Paths => _files.Keys;

    /// <summary>v1.0, Standardized division: system <c>acme_a8</c>, model <c>llama3_1-8b</c>, points r8, r12, r48, r128, r256, r384 and r512 (elected as Offline).</summary>
    public static SubmissionBuilder V1_0() => FromSample("v1.0/standardized");

    /// <summary>v1.0, RDI division.</summary>
    public static SubmissionBuilder V1_0Rdi() => FromSample("v1.0/rdi");

    /// <summary>v1.0, an agentic curve.</summary>
    public static SubmissionBuilder V1_0Agentic() => FromSample("v1.0/agentic");

    /// <summary>v0.7, dialect <c>readme</c>.</summary>
    public static SubmissionBuilder V0_7Readme() => FromSample("v0.7/readme");

    /// <summary>v0.7, dialect <c>0.1.1.10</c>.</summary>
    public static SubmissionBuilder V0_7Release() => FromSample("v0.7/release");

    /// <summary>One of <see cref="Samples.Names"/>.</summary>
    public static SubmissionBuilder FromSample(string name)
    {
        var files = Samples.Files(name);
        return new(name switch
        {
            "v0.7/readme" => SpecRevision.V0_7Readme,
            ['v', '0', '.', '7', ..] => SpecRevision.V0_7Release,
            _ => SpecRevision.V1_0,
        }, files);
    }

    /// <summary>Nothing but a root folder.</summary>
    public static SubmissionBuilder Empty(SpecRevision revision) => new(revision, []);

    /// <summary>Sets one field of a JSON or YAML file.</summary>
    /// <param name="file">The file, relative to the root; a missing one begins as an empty mapping.</param>
    /// <param name="field">Dotted path of the field: <c>runtime_settings.stream_all_chunks</c>.</param>
    /// <param name="value">Text, a boolean, an integer, a double; null writes a null. Use <see cref="Unset"/> to delete.</param>
    public SubmissionBuilder Set(string file, string field, object? value)
    {
        var at = new SourceLocation(1, 1);
        var node = value switch
        {
            null => Node.Null(at),
            bool boolean => Node.Boolean(at, boolean),
            string text => Node.Text(at, text),
            int number => Node.Integer(at, number),
            long number => Node.Integer(at, number),
            System.Numerics.BigInteger number => Node.Integer(at, number),
            double number => Node.Number(at, number),
            _ => throw new ArgumentException($"A {value.GetType().Name} is no value of a JSON or YAML file.", nameof(value)),
        };
        return Change(file, root => Put(root, field.Split('.'), node));
    }

    /// <summary>Deletes one field of a JSON or YAML file.</summary>
    public SubmissionBuilder Unset(string file, string field) => Change(file, root => Put(root, field.Split('.'), null));

    /// <summary>Lays a fragment over a JSON or YAML file: mappings merge, null deletes, everything else replaces (RFC 7396).</summary>
    /// <param name="file">The file, relative to the root; a missing one begins as an empty mapping.</param>
    /// <param name="fragment">JSON or YAML, as the file is.</param>
    public SubmissionBuilder Merge(string file, string fragment)
    {
        var patch = Parse(file, Encoding.UTF8.GetBytes(fragment));
        return Change(file, root => NodeMerge.Apply(root, patch));
    }

    /// <summary>Writes a file, whatever stood there.</summary>
    public SubmissionBuilder Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file, whatever stood there.</summary>
    public SubmissionBuilder Write(string file, byte[] bytes)
    {
        Remove(file);
        _files[file] = bytes;
        return this;
    }

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public byte[] Read(string file) => [.. _files[file]];

    /// <summary>A file as text.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public string ReadText(string file) => Encoding.UTF8.GetString(_files[file]);

    /// <summary>Deletes a file, or a folder with all it holds.</summary>
    public SubmissionBuilder Remove(string path)
    {
        foreach (var file in _files.Keys.Where(file => file == path || file.StartsWith(path + "/", StringComparison.Ordinal)).ToList())
        {
            _files.Remove(file);
        }

        _folders.RemoveAll(folder => folder == path || folder.StartsWith(path + "/", StringComparison.Ordinal));
        return this;
    }

    /// <summary>Copies a file, or a folder with all it holds.</summary>
    public SubmissionBuilder Copy(string from, string to)
    {
        foreach (var (file, bytes) in _files.Where(file => file.Key == from || file.Key.StartsWith(from + "/", StringComparison.Ordinal)).ToList())
        {
            _files[to + file[from.Length..]] = bytes;
        }

        return this;
    }

    /// <summary>Adds an empty folder.</summary>
    public SubmissionBuilder AddFolder(string path)
    {
        _folders.Add(path);
        return this;
    }

    /// <summary>Leaves the curve of a v1.0 sample with this many points: surplus ones go from the middle, missing ones are copies of the second to last.</summary>
    public SubmissionBuilder WithPoints(int count)
    {
        var points = PointFolders();
        while (points.Count > count)
        {
            Remove(points[points.Count / 2]);
            points.RemoveAt(points.Count / 2);
        }

        var model = points[^2];
        var concurrency = int.Parse(model[(model.LastIndexOf('/') + 2)..], CultureInfo.InvariantCulture);
        for (var more = 1; points.Count + more <= count; more++)
        {
            var copy = $"{model[..(model.LastIndexOf('/') + 2)]}{concurrency + more}";
            Copy(model, copy).Remove($"{copy}/accuracy_results.json").Set($"{copy}/point.yaml", "concurrency", concurrency + more);
        }

        return this;
    }

    /// <summary>Checks with these seed sets in place of the bundled ones.</summary>
    public SubmissionBuilder WithSeedSets(string text)
    {
        _seedSets = text;
        return this;
    }

    /// <summary>Checks with these approved drafters in place of the bundled ones.</summary>
    public SubmissionBuilder WithApprovedDrafters(string text)
    {
        _approvedDrafters = text;
        return this;
    }

    /// <summary>The submission in memory.</summary>
    /// <param name="displayRoot">The root as reports print it.</param>
    public MemorySource ToSource(string displayRoot = "submission")
        => new(displayRoot, _files.Select(file => KeyValuePair.Create(SubmissionPath.Parse(file.Key), (ReadOnlyMemory<byte>)file.Value)), _folders.Select(SubmissionPath.Parse));

    /// <summary>Writes the submission into a folder, which is made if it is missing.</summary>
    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var path in _folders)
        {
            Directory.CreateDirectory(Path.Combine(folder, path));
        }

        foreach (var (path, bytes) in _files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    /// <summary>Checks the submission.</summary>
    /// <param name="catalogue">The rules; those that the test project references where null.</param>
    /// <param name="configure">Changes the options.</param>
    public Report Check(RuleCatalogue? catalogue = null, Action<CheckerOptions>? configure = null)
    {
        var options = new CheckerOptions { Spec = Revision.Name, Dialect = Revision.Dialect ?? "auto" };
        using var seedSets = TemporaryFile.Of(_seedSets);
        using var drafters = TemporaryFile.Of(_approvedDrafters);
        options.SeedSetsFile = seedSets?.Path;
        options.ApprovedDraftersFile = drafters?.Path;
        configure?.Invoke(options);
        return new SubmissionChecker(ToSource(), options, catalogue).Run();
    }

    private List<string> PointFolders()
        => [.. _files.Keys.Where(file => file.EndsWith("/point.yaml", StringComparison.Ordinal)).Select(file => file[..file.LastIndexOf('/')])
            .OrderBy(folder => int.Parse(folder[(folder.LastIndexOf('/') + 2)..], CultureInfo.InvariantCulture))];

    private SubmissionBuilder Change(string file, Func<Node, Node> change)
    {
        var root = _files.TryGetValue(file, out var bytes) ? Parse(file, bytes) : Node.Map(new SourceLocation(1, 1), []);
        return Write(file, NodeText.Write(change(root), LanguageOf(file)));
    }

    private static Node Parse(string file, byte[] bytes)
    {
        var document = DocumentReader.Read(bytes, SubmissionPath.Parse(file), LanguageOf(file));
        return document.Root ?? throw new ArgumentException($"{file}: {document.Problem?.Detail} ({document.Problem?.Location})", nameof(file));
    }

    private static DocumentLanguage LanguageOf(string file)
        => file.EndsWith(".yaml", StringComparison.Ordinal) || file.EndsWith(".yml", StringComparison.Ordinal) ? DocumentLanguage.Yaml : DocumentLanguage.Json;

    private static Node Put(Node? target, ReadOnlySpan<string> field, Node? value)
    {
        var members = target is { Kind: NodeKind.Map } ? target.Members.ToList() : [];
        var name = field[0];
        var at = members.FindIndex(member => string.Equals(member.Name, name, StringComparison.Ordinal));
        if (target is { Kind: NodeKind.List } && int.TryParse(name, CultureInfo.InvariantCulture, out var index))
        {
            var items = target.Items.ToList();
            if (field.Length > 1)
            {
                items[index] = Put(items[index], field[1..], value);
            }
            else if (value is null)
            {
                items.RemoveAt(index);
            }
            else
            {
                items[index] = value;
            }

            return Node.List(target.Location, items);
        }

        if (field.Length == 1 && value is null)
        {
            if (at >= 0)
            {
                members.RemoveAt(at);
            }
        }
        else
        {
            var changed = field.Length == 1 ? value! : Put(at >= 0 ? members[at].Value : null, field[1..], value);
            if (at >= 0)
            {
                members[at] = members[at].With(changed);
            }
            else
            {
                members.Add(new Member(Node.Text(changed.Location, name), changed));
            }
        }

        return Node.Map(target?.Location ?? new SourceLocation(1, 1), members);
    }
}
