namespace MlPerf.Endpoints.Core.Reading;

internal static class YamlTreeReader
{
    public static Node Read(ReadOnlyMemory<byte> utf8, ReadLimits limits) => throw UnreadableException.Syntax("no YAML yet", null);
}
