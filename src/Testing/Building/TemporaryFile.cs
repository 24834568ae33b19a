namespace MlPerf.Endpoints.Testing.Building;

/// <summary>A text in a file, for options that name files.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private TemporaryFile(string text)
    {
        Path = System.IO.Path.GetTempFileName();
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    public static TemporaryFile? Of(string? text) => text is null ? null : new(text);

    public void Dispose() => File.Delete(Path);
}
