namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>Why single-turn gates do not apply.</summary>
internal static class SingleTurn
{
    public const string NoAccuracy = "no point has accuracy results";

    public const string NoTargets = "there are no accuracy targets for the model";

    public const string Agentic = "agentic accuracy gates apply to the curve";
}
