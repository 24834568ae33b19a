using System.Buffers;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace MlPerf.Endpoints.Shared.Tests;

public sealed class PythonJsonEncoderTests
{
    // Attributes hold UTF-8 and would lose unpaired surrogates.
    private static readonly TestCaseData[] Texts =
    [
        new("plain", "\"plain\"", "\"plain\""),
        new("\"\\/\b\f\n\r\t", "\"\\\"\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\b\\f\\n\\r\\t\""),
        new("\0\u001f\u007f", "\"\\u0000\\u001f\u007f\"", "\"\\u0000\\u001f\\u007f\""),
        new("<&'+`>", "\"<&'+`>\"", "\"<&'+`>\""),
        new("é模\u2028", "\"é模\u2028\"", "\"\\u00e9\\u6a21\\u2028\""),
        new("😀", "\"😀\"", "\"\\ud83d\\ude00\""),
        new("a\ud800b", "\"a\\ud800b\"", "\"a\\ud800b\""),
        new("\udc00\ud800", "\"\\udc00\\ud800\"", "\"\\udc00\\ud800\""),
    ];

    [TestCaseSource(nameof(Texts))]
    public void Escapes_as_Python_does(string text, string unicode, string ascii)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Write(PythonJsonEncoder.Unicode, json => json.WriteStringValue(text)), Is.EqualTo(unicode));
            Assert.That(Write(PythonJsonEncoder.Ascii, json => json.WriteStringValue(text)), Is.EqualTo(ascii));
            Assert.That(Write(PythonJsonEncoder.Ascii, json => Member(json, text)), Is.EqualTo($"{{{ascii}:null}}"));
            Assert.That(Write(PythonJsonEncoder.Unicode, json => Member(json, text)), Is.EqualTo($"{{{unicode}:null}}"));
        }
    }

    [Test]
    public void Escapes_UTF_8_alike()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Write(PythonJsonEncoder.Unicode, json => json.WriteStringValue("é\n\u007f"u8)), Is.EqualTo("\"é\\n\u007f\""));
            Assert.That(Write(PythonJsonEncoder.Ascii, json => json.WriteStringValue("é\n😀"u8)), Is.EqualTo("\"\\u00e9\\n\\ud83d\\ude00\""));
        }
    }

    [Test]
    public void Writes_numbers_as_Python_does()
    {
        Assert.That(
            Write(PythonJsonEncoder.Unicode, static json =>
            {
                json.WriteStartArray();
                foreach (var number in (double[])[5, 1e16, 1e-6, double.NaN, double.NegativeInfinity])
                {
                    PythonJsonEncoder.WriteNumber(json, number);
                }

                json.WriteEndArray();
            }),
            Is.EqualTo("[5.0,1e+16,1e-06,NaN,-Infinity]"));
    }

    [Test]
    public void Indents_by_two_with_line_feeds()
        => Assert.That(
            Write(PythonJsonEncoder.Unicode, static json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("a");
                json.WriteNumberValue(1);
                json.WriteEndArray();
                json.WriteStartArray("b");
                json.WriteEndArray();
                json.WriteEndObject();
            }, isIndented: true),
            Is.EqualTo("{\n  \"a\": [\n    1\n  ],\n  \"b\": []\n}"));

    [Test]
    public void Gives_each_number_of_a_list_its_line()
        => Assert.That(
            Write(PythonJsonEncoder.Ascii, static json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("a");
                PythonJsonEncoder.WriteNumber(json, 1e-6, isItem: true);
                PythonJsonEncoder.WriteInteger(json, 1, isItem: true);
                PythonJsonEncoder.WriteInteger(json, System.Numerics.BigInteger.Pow(10, 20), isItem: true);
                json.WriteEndArray();
                json.WritePropertyName("b");
                PythonJsonEncoder.WriteNumber(json, 0.5);
                json.WriteEndObject();
            }, isIndented: true),
            Is.EqualTo("{\n  \"a\": [\n    1e-06,\n    1,\n    100000000000000000000\n  ],\n  \"b\": 0.5\n}"));

    [Property(MaxTest = 2000)]
    public Property Is_read_back_by_any_JSON_reader() => Prop.ForAll<string?>(static text =>
    {
        var whole = new string((text ?? "").Where(static c => !char.IsSurrogate(c)).ToArray());
        return JsonDocument.Parse(Write(PythonJsonEncoder.Unicode, json => json.WriteStringValue(whole))).RootElement.GetString() == whole
            && JsonDocument.Parse(Write(PythonJsonEncoder.Ascii, json => json.WriteStringValue(whole))).RootElement.GetString() == whole;
    });

    private static void Member(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteNull(name);
        json.WriteEndObject();
    }

    private static string Write(PythonJsonEncoder encoder, Action<Utf8JsonWriter> write, bool isIndented = false)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, encoder.Options(isIndented));
        write(json);
        json.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
