using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Tests.Validation;

public sealed class MlxValidatorTests
{
    [Test]
    public void Corpus_is_there() => Assert.That(EnvelopeCase.All, Has.Count.GreaterThanOrEqualTo(221));

    [TestCaseSource(typeof(EnvelopeCase), nameof(EnvelopeCase.Cases))]
    public void Judges_as_the_corpus_does(EnvelopeCase known)
    {
        var verdict = MlxValidator.Default.Validate(known.Utf8);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.IsValid, Is.EqualTo(known.IsValid));
            Assert.That(MlxValidator.Default.IsValid(known.Utf8), Is.EqualTo(known.IsValid));
            Assert.That(verdict.Problem is null, Is.EqualTo(known.IsJson), verdict.Problem?.Detail);
            Assert.That(verdict.Violations, Is.EqualTo(known.Violations));
        }
    }

    [TestCaseSource(typeof(EnvelopeCase), nameof(EnvelopeCase.Cases))]
    public void Cut_off_anywhere_is_no_json(EnvelopeCase known)
    {
        if (!known.IsJson)
        {
            return;
        }

        // White space aside, no beginning of an object is a document.
        for (var length = 0; length < known.Utf8.AsSpan().TrimEnd(" \n\r\t"u8).Length; length += 7)
        {
            if (known.Utf8.AsSpan().TrimStart(" \n\r\t"u8).StartsWith("{"u8))
            {
                Assert.That(MlxValidator.Default.Validate(known.Utf8.AsMemory(0, length)).Problem, Is.Not.Null, $"{length} bytes");
            }
        }
    }
}
