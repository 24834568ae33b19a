using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Conformance.BadInput;

/// <summary>A clean sample on disk, one file of which is spoilt.</summary>
internal sealed class SpoiledSample : IDisposable
{
    /// <summary>What the name of the original, which stands aside meanwhile, ends in.</summary>
    public const string OriginalSuffix = ".original";

    private readonly TemporaryFolder _folder = new();

    private SpoiledSample(string sample)
    {
        Revision = SubmissionBuilder.FromSample(sample).Revision;
        Root = Path.Combine(_folder.Path, "submission");
        Aside = Path.Combine(_folder.Path, "aside");
        Directory.CreateDirectory(Aside);
        foreach (var (path, bytes) in Samples.Files(sample))
        {
            var file = Path.Combine(Root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    public SpecRevision Revision { get; }

    public string Root { get; }

    private string Aside { get; }

    public static SpoiledSample LayOut(string sample) => new(sample);

    /// <summary>Puts a bad input in the place of a file.</summary>
    public void Spoil(string path, BadInputCase input)
    {
        if (input.AsJson is BadContent.AccessDenied)
        {
            return;
        }

        var file = Path.Combine(Root, path);
        File.Move(file, file + OriginalSuffix);
        try
        {
            input.SpoilFile(file);
        }
        finally
        {
            File.Move(file + OriginalSuffix, Path.Combine(Aside, "original"), overwrite: true);
        }
    }

    /// <summary>Puts the file back.</summary>
    public void Restore(string path)
    {
        var file = Path.Combine(Root, path);
        if (!File.Exists(Path.Combine(Aside, "original")))
        {
            return;
        }

        if (Directory.Exists(file))
        {
            Directory.Delete(file);
        }

        // Deletes a link, not what it leads to; what is not there is no error.
        File.Delete(file);
        File.Move(Path.Combine(Aside, "original"), file);
    }

    public void Dispose() => _folder.Dispose();
}
