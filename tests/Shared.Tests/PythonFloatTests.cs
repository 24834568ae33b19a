using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace MlPerf.Endpoints.Shared.Tests;

public sealed class PythonFloatTests
{
    [TestCase(0.0, ExpectedResult = "0.0")]
    [TestCase(-0.0, ExpectedResult = "-0.0")]
    [TestCase(5.0, ExpectedResult = "5.0")]
    [TestCase(0.1, ExpectedResult = "0.1")]
    [TestCase(120, ExpectedResult = "120.0")]
    [TestCase(123456.789, ExpectedResult = "123456.789")]
    [TestCase(0.0001, ExpectedResult = "0.0001")]
    [TestCase(0.00001, ExpectedResult = "1e-05")]
    [TestCase(9999999999999998.0, ExpectedResult = "9999999999999998.0")]
    [TestCase(1e16, ExpectedResult = "1e+16")]
    [TestCase(9.9999999999999999E22, ExpectedResult = "1e+23")]
    [TestCase(1.7976931348623157e308, ExpectedResult = "1.7976931348623157e+308")]
    [TestCase(5e-324, ExpectedResult = "5e-324")]
    public string Writes_as_Python_does(double value) => PythonFloat.ToText(value);

    [TestCaseSource(nameof(Powers))]
    public void Writes_every_power_of_ten_as_Python_does(string expected)
        => Assert.That(PythonFloat.ToText(double.Parse(expected, CultureInfo.InvariantCulture)), Is.EqualTo(expected));

    [TestCase(double.NaN, "nan", "NaN", ".nan")]
    [TestCase(double.PositiveInfinity, "inf", "Infinity", ".inf")]
    [TestCase(double.NegativeInfinity, "-inf", "-Infinity", "-.inf")]
    [TestCase(1e-6, "1e-06", "1e-06", "1.0e-06")]
    [TestCase(1.5e300, "1.5e+300", "1.5e+300", "1.5e+300")]
    [TestCase(0.25, "0.25", "0.25", "0.25")]
    public void Has_a_form_for_text_JSON_and_YAML(double value, string text, string json, string yaml)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PythonFloat.ToText(value), Is.EqualTo(text));
            Assert.That(PythonFloat.ToJson(value), Is.EqualTo(json));
            Assert.That(PythonFloat.ToYaml(value), Is.EqualTo(yaml));
        }
    }

    [Property(MaxTest = 20_000)]
    public Property Reads_back_to_the_same_bits() => Prop.ForAll<long>(static bits =>
    {
        var value = BitConverter.Int64BitsToDouble(bits);
        return !double.IsFinite(value)
            || BitConverter.DoubleToInt64Bits(double.Parse(PythonFloat.ToText(value), CultureInfo.InvariantCulture)) == bits;
    });

    [Property(MaxTest = 20_000)]
    public Property Has_a_point_or_an_exponent_and_no_digit_too_many() => Prop.ForAll<NormalFloat>(static value =>
    {
        var text = PythonFloat.ToText(value.Get);
        return text.AsSpan().IndexOfAny('.', 'e') > 0 && Significant(text).Length == Significant(value.Get.ToString("R", CultureInfo.InvariantCulture)).Length;
    });

    private static string Significant(string text)
        => string.Concat(text.TakeWhile(static c => c is not ('e' or 'E')).Where(char.IsAsciiDigit)).Trim('0');

    private static IEnumerable<string> Powers()
    {
        using var text = new StreamReader(typeof(PythonFloatTests).Assembly.GetManifestResourceStream("powers.txt")!);
        return text.ReadToEnd().Split(' ', '\n').Where(static word => word.Length > 0).Distinct(StringComparer.Ordinal).ToList();
    }
}
