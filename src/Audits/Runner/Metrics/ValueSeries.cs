namespace MlPerf.Endpoints.Audits.Runner.Metrics;

/// <summary>A growing list of numbers in blocks: eight bytes a value, nothing copied as it grows.</summary>
/// <typeparam name="T">The number.</typeparam>
internal sealed class ValueSeries<T>
    where T : struct
{
    private const int BlockSize = 4096;

    private readonly List<T[]> _blocks = [];

    public int Count { get; private set; }

    public void Add(T value)
    {
        var place = Count % BlockSize;
        if (place == 0)
        {
            _blocks.Add(new T[BlockSize]);
        }

        _blocks[^1][place] = value;
        Count++;
    }

    public T[] ToArray()
    {
        var all = new T[Count];
        for (var block = 0; block < _blocks.Count; block++)
        {
            _blocks[block].AsSpan(0, Math.Min(BlockSize, Count - (block * BlockSize))).CopyTo(all.AsSpan(block * BlockSize));
        }

        return all;
    }
}
