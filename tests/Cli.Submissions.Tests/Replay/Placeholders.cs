namespace MlPerf.Endpoints.SubmissionCli.Tests.Replay;

/// <summary>Fills in what recordings leave out.</summary>
internal sealed class Placeholders(IReadOnlyDictionary<string, string> values)
{
    public const string Token = "mlc_replay-key-5f3c9e7a1b";

    public string Fill(string text)
    {
        foreach (var (name, value) in values)
        {
            text = text.Replace(name, value, StringComparison.Ordinal);
        }

        return text;
    }
}
