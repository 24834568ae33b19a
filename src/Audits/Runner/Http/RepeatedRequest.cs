namespace MlPerf.Endpoints.Audits.Runner.Http;

/// <summary>Sends one request after the other with the same head: the objects of a request are most of what sending one allocates, and only the body and its length differ.</summary>
internal sealed class RepeatedRequest(EndpointTransport transport, bool isStreaming)
{
    private readonly HttpRequestMessage?[] _messages = new HttpRequestMessage?[transport.Targets];

    /// <summary>Sends a body; the answer's body is not read yet. The one before must have been answered, or been given up.</summary>
    public Task<HttpResponseMessage> SendAsync(ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        var turn = transport.NextTurn();
        if (_messages[turn] is not { Content: BodyContent { IsFree: true } content } message)
        {
            message = transport.MakeRequest(turn, isStreaming, out content);
            _messages[turn] = message;
        }

        content.Use(body);
        return transport.SendAsync(message, stop);
    }
}
