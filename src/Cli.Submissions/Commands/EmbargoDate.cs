using System.Globalization;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary>Times after which results may be published: with a zone, in ISO 8601.</summary>
internal static class EmbargoDate
{
    private static readonly string[] OurForms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The time as it is sent.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="isLenient">Whether every form counts that the reference reads; it is then sent as typed.</param>
    /// <param name="mustBeLaterThan">The time must be later; null where it may be past.</param>
    /// <exception cref="CommandException">It is no such time.</exception>
    public static string Accept(string typed, bool isLenient, DateTimeOffset? mustBeLaterThan)
    {
        var time = isLenient ? PythonIsoTime.TryParse(typed) : Ours(typed);
        if (time is not { } accepted)
        {
            throw new CommandException("embargo-date", $"--embargo-date: '{typed}' is no time with a zone; expected a form such as 2031-01-01T00:00:00Z.");
        }

        return mustBeLaterThan is { } bound && accepted <= bound
            ? throw new CommandException("embargo-date", $"--embargo-date: {typed} is past; expected a time later than now.")
            : typed;
    }

    private static DateTimeOffset? Ours(string typed)
        => (typed.EndsWith('Z') || (typed.Length > 6 && typed[^6] is '+' or '-'))
            && DateTimeOffset.TryParseExact(typed, OurForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
