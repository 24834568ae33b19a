using System.Numerics;

namespace MlPerf.Endpoints.Audits.Runner.Metrics;

/// <summary>A growing list of numbers in blocks: eight bytes a value, nothing copied as it grows, and ranked where it lies.</summary>
/// <typeparam name="T">The number.</typeparam>
internal sealed class ValueSeries<T>
    where T : struct, INumber<T>
{
    // The first block is small, for most series of most runs are; later ones lie where the collector does not move them.
    private const int FirstBlock = 512;
    private const int LargestBlock = 32 * 1024;

    private readonly List<T[]> _blocks = [];
    private int _used;

    public int Count { get; private set; }

    public void Add(T value)
    {
        if (_blocks.Count == 0 || _used == _blocks[^1].Length)
        {
            _blocks.Add(GC.AllocateUninitializedArray<T>(_blocks.Count == 0 ? FirstBlock : Math.Min(LargestBlock, _blocks[^1].Length * 4)));
            _used = 0;
        }

        _blocks[^1][_used++] = value;
        Count++;
    }

    /// <summary>Sorts the values within their blocks, for <see cref="Ranked"/>. The order of arrival is gone then; more may be added.</summary>
    public void Sort()
    {
        for (var block = 0; block < _blocks.Count; block++)
        {
            Block(block).Sort();
        }
    }

    /// <summary>The values, block by block.</summary>
    public int Blocks => _blocks.Count;

    /// <summary>The values of a block.</summary>
    public Span<T> Block(int index) => _blocks[index].AsSpan(0, index == _blocks.Count - 1 ? _used : _blocks[index].Length);

    /// <summary>The least value, once sorted.</summary>
    public T Least => Ranked(0);

    /// <summary>The greatest value, once sorted.</summary>
    public T Greatest => Ranked(Count - 1);

    /// <summary>The value that a list of all, in ascending order, has at a place; once sorted.</summary>
    /// <param name="rank">The place, from 0.</param>
    public T Ranked(int rank)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, Count);

        // The value lies in one of the blocks: of each, the place where the values below end is narrowed down until one block's own value has the rank.
        for (var block = 0; block < _blocks.Count; block++)
        {
            var values = Block(block);
            var (low, high) = (0, values.Length - 1);
            while (low <= high)
            {
                var middle = low + ((high - low) / 2);
                var (below, upTo) = CountAround(values[middle]);
                if (rank < below)
                {
                    high = middle - 1;
                }
                else if (rank >= upTo)
                {
                    low = middle + 1;
                }
                else
                {
                    return values[middle];
                }
            }
        }

        throw new InvalidOperationException("The series is not sorted.");
    }

    // How many values are less, and how many are less or equal.
    private (int Below, int UpTo) CountAround(T value)
    {
        var (below, upTo) = (0, 0);
        for (var block = 0; block < _blocks.Count; block++)
        {
            var values = Block(block);
            below += FirstPlace(values, value, orEqual: false);
            upTo += FirstPlace(values, value, orEqual: true);
        }

        return (below, upTo);
    }

    private static int FirstPlace(ReadOnlySpan<T> sorted, T value, bool orEqual)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (sorted[middle] < value || (orEqual && sorted[middle] == value))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
