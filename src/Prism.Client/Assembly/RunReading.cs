using System.Numerics;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Archives;
using MlPerf.Endpoints.Prism.Client.Json;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>Finds and reads the files of one run, and says which run and file is at fault.</summary>
internal sealed class RunReading
{
    // Deeper than any archive that the reader lets pass.
    private const int MaxDepth = 64;

    private readonly RunInput _input;

    public RunReading(RunInput input, string anchor)
    {
        _input = input;
        Base = Anchor(input.Files, anchor) ?? throw Fail($"it holds no {anchor}.");
    }

    public string RunId => _input.RunId;

    /// <summary>The folder of the run within the archive.</summary>
    public SubmissionPath Base { get; }

    private ISubmissionSource Files => _input.Files;

    public SubmissionAssemblyException Fail(string message, bool isUnreadable = false) => new(message, RunId) { IsUnreadableInput = isUnreadable };

    public bool IsFile(string file) => Files.KindOf(PathOf(file)) is EntryKind.File;

    public bool Exists(string file) => Files.KindOf(PathOf(file)) is not EntryKind.Missing;

    /// <summary>A file's bytes; null where it is missing.</summary>
    public ReadOnlyMemory<byte>? Bytes(string file)
    {
        var content = Files.Read(PathOf(file), BuildLimits.Documents.MaxFileBytes);
        return content.Problem switch
        {
            null => content.Bytes,
            { Kind: SourceProblemKind.Missing or SourceProblemKind.IsFolder } => null,
            { } problem => throw Fail($"{file}: {problem.Detail}."),
        };
    }

    /// <summary>A document that must be there.</summary>
    public Node Document(string file, DocumentLanguage language)
    {
        var document = DocumentReader.Read(Files, PathOf(file), language, BuildLimits.Documents);
        return document.Root ?? throw Fail(
            document.Exists ? $"{file}{(document.Problem?.Location is { } at ? $":{at}" : "")}: {document.Problem?.Detail}." : $"it holds no {file}.",
            isUnreadable: document.Exists);
    }

    /// <summary>A document that must be there and hold an object.</summary>
    public Node Mapping(string file, DocumentLanguage language, bool mayBeEmpty = false)
        => Document(file, language) switch
        {
            { Kind: NodeKind.Map } map => map,
            { Kind: NodeKind.Null } when mayBeEmpty => JsonNodes.Map(),
            var other => throw Fail($"{file}: its top level is {other}; expected a mapping.", isUnreadable: true),
        };

    /// <summary>A JSON object where the file is there and holds one; null otherwise.</summary>
    public Node? ObjectOrNothing(string file)
        => DocumentReader.Read(Files, PathOf(file), DocumentLanguage.Json, BuildLimits.Documents).Root is { Kind: NodeKind.Map } map ? map : null;

    /// <summary>Every file below a folder, by path relative to the run.</summary>
    public IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> Below(string folder)
        => Walk(PathOf(folder), 0).Select(path => (path.RelativeTo(Base), Read(path)));

    /// <summary>Files directly in the run's folder that begin and end in a certain way.</summary>
    public IEnumerable<string> Named(string prefix, string suffix)
        => Files.List(Base).Where(entry => entry.Kind is EntryKind.File && entry.Name.StartsWith(prefix, StringComparison.Ordinal) && entry.Name.EndsWith(suffix, StringComparison.Ordinal)).Select(entry => entry.Name);

    /// <summary>A whole number as the reference reads one: texts of digits, fractions cut, true is 1.</summary>
    public BigInteger Concurrency(Node? node) => node is null or { Kind: NodeKind.Null } ? BigInteger.One
        : PythonText.ToInteger(node) ?? throw Fail($"its concurrency is {node}; expected a whole number.", isUnreadable: true);

    public ReadOnlyMemory<byte> Cut(string file, ReadOnlyMemory<byte> content, bool isV0_7)
    {
        try
        {
            return Responses.Cut(content, isV0_7);
        }
        catch (FormatException exception)
        {
            throw Fail($"{file}: {exception.Message}.", isUnreadable: true);
        }
    }

    private SubmissionPath PathOf(string file) => Base.IsRoot ? SubmissionPath.Parse(file) : SubmissionPath.Parse($"{Base.Value}/{file}");

    private ReadOnlyMemory<byte> Read(SubmissionPath path)
    {
        var content = Files.Read(path, BuildLimits.Documents.MaxFileBytes);
        return content.Problem is { } problem ? throw Fail($"{path}: {problem.Detail}.") : content.Bytes;
    }

    private IEnumerable<SubmissionPath> Walk(SubmissionPath folder, int depth)
    {
        foreach (var entry in depth > MaxDepth ? [] : Files.List(folder))
        {
            if (entry.Kind is EntryKind.File)
            {
                yield return folder / entry.Name;
            }
            else if (entry.Kind is EntryKind.Folder)
            {
                foreach (var path in Walk(folder / entry.Name, depth + 1))
                {
                    yield return path;
                }
            }
        }
    }

    /// <summary>The folder of the shallowest file of that name; of several as shallow, the first in path order.</summary>
    private static SubmissionPath? Anchor(ISubmissionSource files, string name)
    {
        var level = new List<SubmissionPath> { SubmissionPath.Root };
        for (var depth = 0; depth <= MaxDepth && level.Count > 0; depth++)
        {
            var next = new List<SubmissionPath>();
            foreach (var folder in level)
            {
                if (files.KindOf(folder / name) is EntryKind.File)
                {
                    return folder;
                }
            }

            foreach (var folder in level)
            {
                next.AddRange(files.List(folder).Where(entry => entry.Kind is EntryKind.Folder).Select(entry => folder / entry.Name));
            }

            level = next;
        }

        return null;
    }
}
