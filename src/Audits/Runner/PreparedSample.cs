namespace MlPerf.Endpoints.Audits.Runner;

/// <summary>A row made ready before the run: the request's body, and what its event says of the prompt.</summary>
internal sealed class PreparedSample(ReadOnlyMemory<byte> body, byte[] promptData)
{
    public ReadOnlyMemory<byte> Body => body;

    public ReadOnlySpan<byte> PromptData => promptData;

    /// <summary>Tokens of the prompt; counted once, where there is a tokenizer.</summary>
    public int? PromptTokens { get; set; }
}
