using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MlPerf.Endpoints.SubmissionCli.Tests.Replay;

/// <summary>Compares a request with a recorded one: query, headers that matter, body, archive members.</summary>
internal sealed class RequestComparison(JsonObject recording, string release, Placeholders placeholders, string work)
{
    public void Assert(JsonObject expected, ReplayRequest actual)
    {
        var name = $"{actual.Method} {actual.Path}";
        NUnit.Framework.Assert.That(actual.Query, Is.EquivalentTo(expected["query"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>())), name);
        foreach (var (header, value) in expected["headers"]!.AsObject())
        {
            NUnit.Framework.Assert.That(actual.Headers, Does.ContainKey(header), name);
            var wanted = placeholders.Fill(value!.GetValue<string>());
            var placeholder = wanted.IndexOf('<', StringComparison.Ordinal);
            var known = placeholder < 0 ? wanted : wanted[..placeholder];
            NUnit.Framework.Assert.That(actual.Headers[header], placeholder < 0 ? Is.EqualTo(known) : Does.StartWith(known), $"{name} {header}");
        }

        if (!expected["headers"]!.AsObject().ContainsKey("x-api-key"))
        {
            NUnit.Framework.Assert.That(actual.Headers, Does.Not.ContainKey("x-api-key"), name);
        }

        if (expected["json"] is { } json)
        {
            NUnit.Framework.Assert.That(JsonComparison.Differences(json, JsonNode.Parse(actual.Body), placeholders), Is.Empty, name);
        }

        if (expected["archive"] is JsonObject archive)
        {
            CompareArchive(Resolve(archive, release), Unpack(actual.Body), name);
        }

        if (expected["multipart"] is JsonArray { Count: 1 } parts)
        {
            CompareForm(parts[0]!.AsObject(), actual, name);
        }
    }

    private void CompareForm(JsonObject expected, ReplayRequest actual, string name)
    {
        using var body = new MemoryStream(actual.Body);
        var boundary = actual.Headers["content-type"].Split("boundary=")[1];
        NUnit.Framework.Assert.That(boundary, Does.Not.Contain('"'), name);
        var reader = new MultipartReader(boundary, body);
        var part = reader.ReadNextSectionAsync().GetAwaiter().GetResult()!;
        var disposition = ContentDispositionHeaderValue.Parse(part.ContentDisposition!);
        using var content = new MemoryStream();
        part.Body.CopyTo(content);
        using (NUnit.Framework.Assert.EnterMultipleScope())
        {
            NUnit.Framework.Assert.That(disposition.Name.Value?.Trim('"'), Is.EqualTo(expected["name"]!.GetValue<string>()), name);
            NUnit.Framework.Assert.That(disposition.FileName.Value?.Trim('"'), Is.EqualTo(expected["filename"]!.GetValue<string>()), name);
            NUnit.Framework.Assert.That(part.ContentType, Is.EqualTo(expected["content_type"]!.GetValue<string>()), name);
            NUnit.Framework.Assert.That(reader.ReadNextSectionAsync().GetAwaiter().GetResult(), Is.Null, name);
        }

        if (expected["archive"] is JsonObject archive)
        {
            CompareArchive(WithoutInvented(Resolve(archive, release)), Unpack(content.ToArray()), name);
        }
    }

    /// <summary>An archive of the first release without the accuracy that its builder invents (submission-cli 8.2).</summary>
    private static JsonObject WithoutInvented(JsonObject archive)
    {
        var files = archive["files"]!.AsObject();
        var invented = files.Where(file => ExpectedContent.IsInvented(file.Key, file.Value!)).Select(file => file.Key).ToHashSet(StringComparer.Ordinal);
        var folders = invented.Select(file => file[..file.LastIndexOf('/')]).Where(folder => !files.Any(file => file.Key.StartsWith(folder + "/", StringComparison.Ordinal) && !invented.Contains(file.Key))).ToHashSet(StringComparer.Ordinal);
        return new JsonObject
        {
            ["members"] = new JsonArray([.. archive["members"]!.AsArray().Where(member => !invented.Contains(member!["name"]!.GetValue<string>()) && !folders.Contains(member["name"]!.GetValue<string>())).Select(member => member!.DeepClone())]),
            ["files"] = new JsonObject(files.Where(file => !invented.Contains(file.Key)).Select(file => KeyValuePair.Create(file.Key, file.Value?.DeepClone()))),
        };
    }

    private static JsonObject Resolve(JsonObject archive, string release)
    {
        for (var hops = 0; archive["same_as_case"] is { } other && hops < 10; hops++)
        {
            var wanted = other.GetValue<string>();
            archive = new[] { release, "0.1.1.10", "1.5.3.0" }
                .Select(candidate => Recordings.Of(candidate).Where(recording => recording["name"]!.GetValue<string>() == wanted)
                    .SelectMany(recording => recording["exchanges"]!.AsArray()).Select(exchange => exchange!["request"]!["archive"] ?? exchange["request"]!["multipart"]?[0]?["archive"]).OfType<JsonObject>().LastOrDefault())
                .First(found => found is not null)!;
        }

        return archive;
    }

    private void CompareArchive(JsonObject expected, List<(string Name, string Type, byte[] Content)> actual, string name)
    {
        var members = expected["members"]!.AsArray().Select(member => $"{member!["type"]} {member["name"]}").Where(member => member is not "dir ").ToArray();
        NUnit.Framework.Assert.That(actual.Select(member => $"{member.Type} {member.Name}"), Is.EqualTo(members), name);
        foreach (var (path, content) in expected["files"]!.AsObject())
        {
            var bytes = actual.Last(member => member.Name == path).Content;
            if (content is JsonValue && content.GetValue<string>() is var text && (text.Contains("<NOW", StringComparison.Ordinal) || path.EndsWith("cli_metadata.json", StringComparison.Ordinal)))
            {
                NUnit.Framework.Assert.That(JsonComparison.Differences(Timeless(text), Timeless(System.Text.Encoding.UTF8.GetString(bytes)), placeholders), Is.Empty, path);
                continue;
            }

            ExpectedContent.Assert(path, content!, bytes, Source);
        }
    }

    /// <summary>A marker without the time at which it was written.</summary>
    private static JsonNode Timeless(string json)
    {
        var marker = JsonNode.Parse(json)!;
        if (marker["created_at"]?.GetValue<string>() is { } time && DateTimeOffset.TryParse(time, System.Globalization.CultureInfo.InvariantCulture, out var at) && at.Year >= 2026 && marker["command"]?.GetValue<string>() is "create-local")
        {
            marker["created_at"] = "<NOW>";
        }

        return marker;
    }

    private byte[] Source(string source)
    {
        var colon = source.IndexOf(':', StringComparison.Ordinal);
        var path = source[(colon + 1)..];
        return source.StartsWith("given:", StringComparison.Ordinal)
            ? recording["given"]?["files"]?[path] is { } content ? Recordings.Content(content) : File.ReadAllBytes(Path.Combine(work, path))
            : Recordings.Fixture(source[..colon]).Files[path];
    }

    private static List<(string Name, string Type, byte[] Content)> Unpack(byte[] archive)
    {
        var members = new List<(string, string, byte[])>();
        using var packed = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress);
        using var tar = new TarReader(packed);
        while (tar.GetNextEntry() is { } entry)
        {
            using var content = new MemoryStream();
            entry.DataStream?.CopyTo(content);
            members.Add((entry.Name.TrimEnd('/'), entry.EntryType switch { TarEntryType.Directory => "dir", TarEntryType.SymbolicLink => "symlink", _ => "file" }, content.ToArray()));
        }

        return members;
    }
}
