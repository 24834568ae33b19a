using System.Text;
using MlPerf.Endpoints.Rules.Mlx.Schema;

namespace MlPerf.Endpoints.Rules.Mlx.Tests.Schema;

public sealed class Rfc3339Tests
{
    [TestCase("2026-05-04T09:03:21Z")]
    [TestCase("2026-05-04t09:03:21z")]
    [TestCase("2026-05-04T09:03:21.123456789012345678901234567890Z")]
    [TestCase("2026-05-04T09:03:21-00:00")]
    [TestCase("2026-05-04T09:03:21+23:59")]
    [TestCase("0000-02-29T00:00:00Z")]
    [TestCase("2000-02-29T00:00:00Z")]
    [TestCase("0001-01-01T00:00:00+01:00")]
    [TestCase("9999-12-31T23:59:59Z")]
    [TestCase("2016-12-31T23:59:60Z")]
    [TestCase("2016-12-31T23:59:60.5Z")]
    [TestCase("2017-01-01T00:59:60+01:00")]
    [TestCase("2016-12-31T15:59:60-08:00")]
    [TestCase("2017-01-01T05:29:60+05:30")]
    [TestCase("2015-06-30T23:59:60Z")]
    [TestCase("2024-02-29T23:59:60Z")]
    [TestCase("2024-03-01T00:29:60+00:30")]
    public void Accepts(string text) => Assert.That((Rfc3339.IsDateTime(text), Rfc3339.IsDateTime(Encoding.UTF8.GetBytes(text))), Is.EqualTo((true, true)));

    [TestCase("")]
    [TestCase("2026-05-04")]
    [TestCase("2026-05-04T09:03:21")]
    [TestCase("2026-05-04 09:03:21Z")]
    [TestCase("2026-05-04\t09:03:21Z")]
    [TestCase("2026-05-04_09:03:21Z")]
    [TestCase("2026-05-04T09:03Z")]
    [TestCase("2026-05-04T09:03:21.Z")]
    [TestCase("2026-05-04T09:03:21,5Z")]
    [TestCase("2026-05-04T09:03:21+0200")]
    [TestCase("2026-05-04T09:03:21+02")]
    [TestCase("2026-05-04T09:03:21+24:00")]
    [TestCase("2026-05-04T09:03:21+01:60")]
    [TestCase("2026-05-04T09:03:21Z+00:00")]
    [TestCase("2026-05-04T09:03:21+01:00:00")]
    [TestCase("2026-05-04T09:03:21\u221201:00")]
    [TestCase("2026-05-04T09:03:21Z\n")]
    [TestCase(" 2026-05-04T09:03:21Z")]
    [TestCase("2026-02-29T09:03:21Z")]
    [TestCase("1900-02-29T09:03:21Z")]
    [TestCase("2026-00-04T09:03:21Z")]
    [TestCase("2026-13-04T09:03:21Z")]
    [TestCase("2026-05-00T09:03:21Z")]
    [TestCase("2026-05-32T09:03:21Z")]
    [TestCase("2026-04-31T09:03:21Z")]
    [TestCase("2026-05-04T24:00:00Z")]
    [TestCase("2026-05-04T24:59:00+01:00")]
    [TestCase("2026-05-04T09:60:21Z")]
    [TestCase("2026-05-04T23:60:00+00:01")]
    [TestCase("2026-05-04T09:03:60Z")]
    [TestCase("2026-05-04T09:03:61Z")]
    [TestCase("2016-12-15T23:59:60Z")]
    [TestCase("2016-12-30T23:59:60Z")]
    [TestCase("2016-12-31T23:59:60+01:00")]
    [TestCase("2016-12-31T00:59:60+01:00")]
    [TestCase("26-05-04T09:03:21Z")]
    [TestCase("+2026-05-04T09:03:21Z")]
    [TestCase("12026-05-04T09:03:21Z")]
    [TestCase("\u0662026-05-04T09:03:21Z")]
    public void Refuses(string text) => Assert.That((Rfc3339.IsDateTime(text), Rfc3339.IsDateTime(Encoding.UTF8.GetBytes(text))), Is.EqualTo((false, false)));

    [Test]
    public void A_fraction_may_be_as_long_as_it_likes()
        => Assert.That(Rfc3339.IsDateTime($"2026-05-04T09:03:21.{new string('7', 5000)}+02:00") && !Rfc3339.IsDateTime($"2026-05-04T09:03:21.{new string('7', 5000)}x"));
}
