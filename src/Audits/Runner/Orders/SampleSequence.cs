using System.Numerics;

namespace MlPerf.Endpoints.Audits.Runner.Orders;

/// <summary>The rows that a run takes, one after the other; the same for the same order, size and seed as in the benchmark tool.</summary>
public sealed class SampleSequence
{
    private readonly MersenneTwister? _random;
    private readonly SampleOrder _order;
    private readonly int _size;
    private readonly int _fixedIndex;
    private readonly int[] _rows;
    private int _next;

    /// <summary>Makes a sequence.</summary>
    /// <param name="order">How rows are taken.</param>
    /// <param name="size">Rows of the dataset, at least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="fixedIndex">The row of <see cref="SampleOrder.Single"/>.</param>
    public SampleSequence(SampleOrder order, int size, BigInteger seed, int fixedIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fixedIndex, size);
        ArgumentOutOfRangeException.ThrowIfNegative(fixedIndex);
        _order = order;
        _size = size;
        _fixedIndex = fixedIndex;
        _random = order is SampleOrder.Single ? null : new MersenneTwister(seed);
        _rows = order is SampleOrder.WithoutReplacement ? new int[size] : [];
        _next = size;
        for (var row = 0; row < _rows.Length; row++)
        {
            _rows[row] = row;
        }
    }

    /// <summary>The next row.</summary>
    public int Next()
    {
        switch (_order)
        {
            case SampleOrder.Single:
                return _fixedIndex;

            case SampleOrder.WithReplacement:
                return _random!.Below(_size);

            default:
                if (_next == _size)
                {
                    Shuffle();
                    _next = 0;
                }

                return _rows[_next++];
        }
    }

    // Each pass shuffles the order of the last one, in place.
    private void Shuffle()
    {
        for (var i = _size - 1; i > 0; i--)
        {
            var j = _random!.Below(i + 1);
            (_rows[i], _rows[j]) = (_rows[j], _rows[i]);
        }
    }
}
