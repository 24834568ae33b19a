using System.Collections.Immutable;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Runner.Datasets;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Audits.Runner.Adapters;

/// <summary>How requests of one kind of API are made and answers are read; the id is the value of <c>api_type</c>. Further kinds come in packs.</summary>
public interface IEndpointAdapter : IPackPart
{
    /// <summary>The route after the endpoint's URL, without leading slash.</summary>
    string Route { get; }

    /// <summary>Whether answers can be streamed as server-sent events of chat or completion chunks.</summary>
    bool CanStream { get; }

    /// <summary>The dataset's columns that go into requests, beside <c>prompt</c>.</summary>
    ImmutableArray<string> Columns { get; }

    /// <summary>The body of a request.</summary>
    /// <exception cref="FormatException">The row cannot be made into one; the message says why.</exception>
    ReadOnlyMemory<byte> MakeBody(DatasetRow row, ModelParameters model, bool isStreaming);

    /// <summary>Reads an answer that was not streamed.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    EndpointAnswer ReadBody(ReadOnlyMemory<byte> body);
}
