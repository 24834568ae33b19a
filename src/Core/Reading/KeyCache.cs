using System.Text;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Keeps the last strings made of short ASCII keys: thousands of files of one submission repeat the same few hundred.</summary>
/// <remarks>Safe for several threads without a lock: a slot holds one reference, and a lost entry costs only a new string.</remarks>
internal static class KeyCache
{
    private const int MaxLength = 48;
    private static readonly string?[] Slots = new string?[1024];

    /// <summary>The string of some UTF-8, from the cache where it is short and ASCII.</summary>
    public static string GetAny(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > MaxLength)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var hash = 2166136261u;
        foreach (var unit in utf8)
        {
            hash = (hash ^ unit) * 16777619u;
        }

        ref var slot = ref Slots[(hash ^ (hash >> 15)) & (Slots.Length - 1)];
        if (slot is { } cached && Ascii.Equals(utf8, cached))
        {
            return cached;
        }

        var key = Encoding.UTF8.GetString(utf8);
        return slot = key;
    }
}
