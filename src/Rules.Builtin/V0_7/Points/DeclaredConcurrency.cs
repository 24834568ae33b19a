using System.Globalization;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Points;

/// <summary>How messages name a point's concurrency.</summary>
internal static class DeclaredConcurrency
{
    extension(Point point)
    {
        /// <summary>The value <c>concurrency</c>; with the file's own spelling where that reads otherwise: YAML 1.1 takes <c>0400</c> for 256 and <c>yes</c> for 1.</summary>
        public NamedValue NamedConcurrency => point.ConfigFile.Document.Root?["concurrency"] switch
        {
            null or { Kind: NodeKind.Integer, Spelling: null } => ("concurrency", point.Concurrency),
            var node => ("concurrency", Spelled(point, node)),
        };
    }

    private static string Spelled(Point point, Node node)
    {
        var number = point.Concurrency.ToString(CultureInfo.InvariantCulture);
        var written = node.Spelling ?? node.ToString();
        return string.Equals(number, written, StringComparison.Ordinal) ? number : $"{number} (written {written})";
    }
}
