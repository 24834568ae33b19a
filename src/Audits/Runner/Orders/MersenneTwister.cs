using System.Numerics;

namespace MlPerf.Endpoints.Audits.Runner.Orders;

/// <summary>MT19937 seeded and drawn from as the benchmark tool does, so that orders agree bit for bit (audits, section 11.3).</summary>
internal sealed class MersenneTwister
{
    private const int Size = 624;
    private const int Middle = 397;

    private readonly uint[] _state = new uint[Size];
    private int _next = Size;

    public MersenneTwister(BigInteger seed)
    {
        var magnitude = BigInteger.Abs(seed);
        var bytes = magnitude.ToByteArray(isUnsigned: true);
        var key = new uint[Math.Max(1, (bytes.Length + 3) / 4)];
        for (var index = 0; index < bytes.Length; index++)
        {
            key[index / 4] |= (uint)bytes[index] << (8 * (index % 4));
        }

        Initialise(key);
    }

    /// <summary>The next 32 bits.</summary>
    public uint NextWord()
    {
        if (_next == Size)
        {
            Refill();
        }

        var y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    /// <summary>Up to 64 random bits: the upper ones of a word, or whole words, the least significant first.</summary>
    public ulong Bits(int count)
    {
        if (count <= 32)
        {
            return count == 0 ? 0 : NextWord() >> (32 - count);
        }

        ulong low = NextWord();
        return low | ((ulong)(NextWord() >> (64 - count)) << 32);
    }

    /// <summary>A uniform number below <paramref name="bound"/>, by rejection.</summary>
    public int Below(int bound)
    {
        var bits = 32 - BitOperations.LeadingZeroCount((uint)bound);
        ulong drawn;
        do
        {
            drawn = Bits(bits);
        }
        while (drawn >= (uint)bound);
        return (int)drawn;
    }

    /// <summary>A uniform double from 0, included, to 1, excluded.</summary>
    public double Unit()
    {
        var a = NextWord() >> 5;
        var b = NextWord() >> 6;
        return ((a * 67108864.0) + b) / 9007199254740992.0;
    }

    private void Initialise(uint[] key)
    {
        _state[0] = 19650218;
        for (var i = 1; i < Size; i++)
        {
            _state[i] = unchecked((1812433253 * (_state[i - 1] ^ (_state[i - 1] >> 30))) + (uint)i);
        }

        var (at, from) = (1, 0);
        for (var round = Math.Max(Size, key.Length); round > 0; round--)
        {
            _state[at] = unchecked((_state[at] ^ ((_state[at - 1] ^ (_state[at - 1] >> 30)) * 1664525)) + key[from] + (uint)from);
            at = Advance(at);
            from = from + 1 == key.Length ? 0 : from + 1;
        }

        for (var round = Size - 1; round > 0; round--)
        {
            _state[at] = unchecked((_state[at] ^ ((_state[at - 1] ^ (_state[at - 1] >> 30)) * 1566083941)) - (uint)at);
            at = Advance(at);
        }

        _state[0] = 0x80000000;
    }

    private int Advance(int at)
    {
        if (++at < Size)
        {
            return at;
        }

        _state[0] = _state[Size - 1];
        return 1;
    }

    private void Refill()
    {
        for (var i = 0; i < Size; i++)
        {
            var y = (_state[i] & 0x80000000) | (_state[(i + 1) % Size] & 0x7fffffff);
            _state[i] = _state[(i + Middle) % Size] ^ (y >> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }

        _next = 0;
    }
}
