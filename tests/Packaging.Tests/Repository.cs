namespace MlPerf.Endpoints.Packaging.Tests;

/// <summary>The checkout in which the tests were built.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "MlPerf.Endpoints.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
