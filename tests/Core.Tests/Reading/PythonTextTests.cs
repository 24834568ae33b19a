using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Tests.Reading;

public sealed class PythonTextTests
{
    [TestCase("12", 12)]
    [TestCase(" \t\u00A0\u3000-12\u2028\n", -12)]
    [TestCase("+1_0", 10)]
    [TestCase("007", 7)]
    [TestCase("\u0663", 3)]
    [TestCase("\uFF11\uFF15", 15)]
    [TestCase("\U0001D7CE\U0001D7D9", 1)]
    [TestCase("1_\u0662", 12)]
    public void Reads_integers(string text, int expected)
    {
        Assert.That(PythonText.TryParseInteger(text, out var value), Is.True);
        Assert.That(value, Is.EqualTo((BigInteger)expected));
    }

    [TestCase("")]
    [TestCase("_1")]
    [TestCase("1_")]
    [TestCase("1__0")]
    [TestCase("1.0")]
    [TestCase("1e3")]
    [TestCase("0x1")]
    [TestCase("- 1")]
    [TestCase("--1")]
    [TestCase("\u00B2")]
    [TestCase("\u001C1")]
    [TestCase("\uFEFF1")]
    [TestCase("\u200B1")]
    public void Refuses_what_is_no_integer(string text) => Assert.That(PythonText.TryParseInteger(text, out _), Is.False);

    [TestCase(4300, ExpectedResult = true)]
    [TestCase(4301, ExpectedResult = false)]
    public bool Reads_integers_of_4300_digits(int digits) => PythonText.TryParseInteger(new string('1', digits), out _);

    [TestCase("1.5", 1.5)]
    [TestCase(" .5 ", 0.5)]
    [TestCase("5.", 5)]
    [TestCase("-1_0.2_5e+0_1", -102.5)]
    [TestCase("\uFF11.\uFF15", 1.5)]
    [TestCase("1e999", double.PositiveInfinity)]
    [TestCase("-InFiNiTy", double.NegativeInfinity)]
    [TestCase("+nan", double.NaN)]
    [TestCase("1e-999", 0)]
    public void Reads_numbers(string text, double expected)
    {
        Assert.That(PythonText.TryParseNumber(text, out var value), Is.True);
        Assert.That(value, Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase(".")]
    [TestCase("1._5")]
    [TestCase("1_.5")]
    [TestCase("1e_5")]
    [TestCase("1e")]
    [TestCase("e5")]
    [TestCase("0x10")]
    [TestCase("1,5")]
    [TestCase("1 5")]
    [TestCase("infinit")]
    [TestCase("nan1")]
    [TestCase("\u001F1")]
    public void Refuses_what_is_no_number(string text) => Assert.That(PythonText.TryParseNumber(text, out _), Is.False);

    [TestCase(" a ", "a")]
    [TestCase("\u001C\u001Fa\u0085\u2003", "a")]
    [TestCase("\u200Ba\uFEFF", "\u200Ba\uFEFF")]
    [TestCase("\u001C", "")]
    public void Trims_as_strip_does(string text, string expected) => Assert.That(PythonText.Trim(text), Is.EqualTo(expected));
}
