namespace MlPerf.Endpoints.Core.Model;

public partial class Curve
{
    /// <summary>The benchmark whose drafters count: the model that the first readable point names, as written, else the folder's name (v1.0).</summary>
    public string Benchmark
    {
        get
        {
            // Only the first readable point that names a model speaks; what later ones name has no effect.
            foreach (var point in Points)
            {
                if (!string.IsNullOrEmpty(point.Config.ModelName))
                {
                    return point.Config.ModelName;
                }
            }

            return ModelName;
        }
    }
}
