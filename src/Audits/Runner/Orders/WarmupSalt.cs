using System.Buffers.Binary;
using System.Numerics;

namespace MlPerf.Endpoints.Audits.Runner.Orders;

/// <summary>The prefixes that make warm-up prompts unlike the measured ones.</summary>
public sealed class WarmupSalt
{
    private readonly MersenneTwister _random;

    /// <summary>Makes the generator.</summary>
    /// <param name="warmupSeed">The warm-up's seed.</param>
    public WarmupSalt(BigInteger warmupSeed) => _random = new MersenneTwister(warmupSeed + 2);

    /// <summary>The next salt: 16 hex digits.</summary>
    public string Next()
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, _random.Bits(64));
        return Convert.ToHexStringLower(bytes);
    }
}
