using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.Tests.Rules;

/// <summary>Packs are found through the lists of libraries that the host names when it starts the application.</summary>
[NonParallelizable]
public sealed class ReferencedLibrariesTests
{
    private const string Setting = "APP_CONTEXT_DEPS_FILES";

    private static readonly string Pack = typeof(ReferencedLibrariesTests).Assembly.GetName().Name!;

    private readonly object? _before = AppContext.GetData(Setting);
    private string _folder = null!;

    [SetUp]
    public void Begin() => _folder = Directory.CreateTempSubdirectory("mlperf-deps-").FullName;

    [TearDown]
    public void End()
    {
        AppContext.SetData(Setting, _before);
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public void Unmarked_libraries_are_no_packs()
    {
        Use(Deps("app.deps.json", """{"PACK/1.0.0": {"dependencies": {"MlPerf.Endpoints.Core": "1.0.0"}, "runtime": {"lib/net10.0/PACK.dll": {}}}}""".Replace("PACK", Pack, StringComparison.Ordinal)));
        Assert.That(PackParts.ReferencedPackAssemblies(), Is.Empty);
    }

    [Test]
    public void Library_that_is_not_there_is_named()
    {
        Use(Deps("app.deps.json", """{"Acme.Rules/1.0.0": {"dependencies": {"MlPerf.Endpoints.Core": "1.0.0"}, "runtime": {"lib/net10.0/Acme.Rules.dll": {}}}}"""));
        Assert.That(PackParts.ReferencedPackAssemblies, Throws.TypeOf<RulePackLoadException>().With.Message.Contains("'Acme.Rules'"));
    }

    [Test]
    public void Libraries_without_Core_are_not_loaded()
    {
        Use(Deps("app.deps.json", """{"Acme.Tools/1.0.0": {"dependencies": {"Acme.Core": "1.0.0"}, "runtime": {"lib/net10.0/Acme.Tools.dll": {}}}}"""));
        Assert.That(PackParts.ReferencedPackAssemblies(), Is.Empty);
    }

    [Test]
    public void Every_list_counts_and_one_that_is_gone_is_passed_over()
    {
        Use(
            Path.Combine(_folder, "gone.deps.json"),
            Deps("app.deps.json", "{}"),
            Deps("added.deps.json", """{"Acme.Rules/1.0.0": {"dependencies": {"MlPerf.Endpoints.Core": "1.0.0"}, "runtime": {"Acme.Rules.dll": {}}}}"""));
        Assert.That(PackParts.ReferencedPackAssemblies, Throws.TypeOf<RulePackLoadException>().With.Message.Contains("'Acme.Rules'"));
    }

    [TestCase("{\"targets\": {", "line 1, column ")]
    [TestCase("{\"libraries\": {}}", "'targets'")]
    [TestCase("{\"targets\": {\"any\": []}}", "'any'")]
    public void List_that_is_damaged_is_named_with_the_place(string content, string where)
    {
        var file = Path.Combine(_folder, "app.deps.json");
        File.WriteAllText(file, content);
        Use(file);
        Assert.That(PackParts.ReferencedPackAssemblies, Throws.TypeOf<RulePackLoadException>().With.Message.Contains(file).And.Message.Contains(where));
    }

    [Test]
    public void List_that_is_a_folder_is_refused()
    {
        var file = Directory.CreateDirectory(Path.Combine(_folder, "app.deps.json")).FullName;
        Use(file);
        Assert.That(PackParts.ReferencedPackAssemblies, Throws.TypeOf<RulePackLoadException>().With.Message.Contains("it is a folder"));
    }

    private static void Use(params string[] files) => AppContext.SetData(Setting, string.Join(';', files));

    private string Deps(string name, string libraries)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, "{\"targets\": {\".NETCoreApp,Version=v10.0\": " + libraries + "}}");
        return file;
    }
}
