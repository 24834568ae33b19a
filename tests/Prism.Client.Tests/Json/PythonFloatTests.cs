using System.Globalization;
using MlPerf.Endpoints.Prism.Client.Json;

namespace MlPerf.Endpoints.Prism.Client.Tests.Json;

public sealed class PythonFloatTests
{
    [TestCase(5.0, ExpectedResult = "5.0")]
    [TestCase(1e22, ExpectedResult = "1e+22")]
    [TestCase(1e16, ExpectedResult = "1e+16")]
    [TestCase(9999999999999998.0, ExpectedResult = "9999999999999998.0")]
    [TestCase(1e-5, ExpectedResult = "1e-05")]
    [TestCase(0.0001, ExpectedResult = "0.0001")]
    [TestCase(-0.0, ExpectedResult = "-0.0")]
    [TestCase(0.1, ExpectedResult = "0.1")]
    [TestCase(1.7976931348623157e308, ExpectedResult = "1.7976931348623157e+308")]
    [TestCase(5e-324, ExpectedResult = "5e-324")]
    [TestCase(123456.789, ExpectedResult = "123456.789")]
    [TestCase(120, ExpectedResult = "120.0")]
    [TestCase(1.5e300, ExpectedResult = "1.5e+300")]
    public string Prints_as_the_reference_does(double value) => PythonFloat.ToText(value);

    [Test]
    public void Reads_back_what_it_printed()
    {
        var random = new Random(11);
        for (var at = 0; at < 10_000; at++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (double.IsFinite(value))
            {
                Assert.That(double.Parse(PythonFloat.ToText(value), CultureInfo.InvariantCulture), Is.EqualTo(value));
            }
        }
    }
}
