using System.Numerics;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Archives;
using MlPerf.Endpoints.Prism.Client.Files;
using MlPerf.Endpoints.Prism.Client.Json;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>Finds and reads the files of one run, and says which run and file is at fault.</summary>
internal sealed class RunReading
{
    private readonly RunInput _input;

    public RunReading(RunInput input, string anchor)
    {
        _input = input;
        Base = Anchor(anchor) ?? throw Fail($"it holds no {anchor}.");
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
        => WholeFolder.Entries(Files, PathOf(folder), message => Fail($"{message}."))
            .Where(static item => item.Entry.Kind is EntryKind.File).Select(item => (item.Path.RelativeTo(Base), Read(item.Path)));

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

    /// <summary>The folder of the shallowest file of that name; of several as shallow, the first in path order.</summary>
    private SubmissionPath? Anchor(string name)
    {
        SubmissionPath? shallowest = null;
        var depth = int.MaxValue;
        var walk = new FolderWalk(Files);
        foreach (var folder in walk.Folders(SubmissionPath.Root))
        {
            if (folder.Depth >= depth)
            {
                folder.Skip();
            }
            else if (Files.KindOf(folder.Path / name) is EntryKind.File)
            {
                (shallowest, depth) = (folder.Path, folder.Depth);
            }
        }

        return shallowest is null && walk.BoundsReached is [var bound, ..] ? throw Fail($"{bound}.") : shallowest;
    }
}
