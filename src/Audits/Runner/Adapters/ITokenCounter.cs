using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Audits.Runner.Adapters;

/// <summary>The reference tokenizer, as far as the runner needs it: how many tokens a text has. Comes in packs; without one, token metrics stay empty.</summary>
public interface ITokenCounter : IPackPart
{
    /// <summary>The number of tokens of a text. Called from several threads.</summary>
    int Count(ReadOnlySpan<char> text);
}
