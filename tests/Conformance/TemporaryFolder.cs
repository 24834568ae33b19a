using MlPerf.Endpoints.Testing.Corpus;

namespace MlPerf.Endpoints.Conformance;

/// <summary>A folder that is made when it is first needed and deleted at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private string? _path;

    public string Path => _path ??= Directory.CreateTempSubdirectory("mlperf-").FullName;

    /// <summary>Writes an option's text and gives the path to pass; null where the case has no such option.</summary>
    public string? Write(string name, CorpusOption? option)
    {
        if (option is null)
        {
            return null;
        }

        var file = System.IO.Path.Combine(Path, name);
        if (option.Text is { } text)
        {
            File.WriteAllText(file, text);
        }

        return file;
    }

    public void Dispose()
    {
        if (_path is not null)
        {
            Directory.Delete(_path, recursive: true);
        }
    }
}
