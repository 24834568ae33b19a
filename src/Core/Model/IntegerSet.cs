using System.Collections;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Distinct integers of any size, ascending: the concurrencies of a curve, the ids of node types.</summary>
/// <remarks>Filled by one thread, then read by any number.</remarks>
public sealed class IntegerSet : IReadOnlyCollection<BigInteger>
{
    // Boxed on purpose: collections of references are compiled ahead of time, those of BigInteger are not and cost a short check milliseconds.
    private readonly HashSet<object> _numbers = [];
    private object[]? _ascending;

    /// <inheritdoc/>
    public int Count => _numbers.Count;

    /// <summary>The smallest number. Only where there is one.</summary>
    public BigInteger Smallest => (BigInteger)Ascending[0];

    private object[] Ascending => _ascending ??= Sorted();

    /// <summary>Adds a number.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(BigInteger number)
    {
        _ascending = null;
        return _numbers.Add(number);
    }

    /// <summary>Whether a number is in the set.</summary>
    public bool Contains(BigInteger number) => _numbers.Contains(number);

    /// <summary>The numbers for messages: <c>1, 8, 32</c>.</summary>
    public override string ToString()
    {
        var texts = new string[Count];
        for (var index = 0; index < texts.Length; index++)
        {
            texts[index] = Digits.Of((BigInteger)Ascending[index]);
        }

        return string.Join(", ", texts);
    }

    /// <inheritdoc/>
    public IEnumerator<BigInteger> GetEnumerator()
    {
        foreach (var number in Ascending)
        {
            yield return (BigInteger)number;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private object[] Sorted()
    {
        var numbers = new object[_numbers.Count];
        _numbers.CopyTo(numbers);
        Array.Sort(numbers, static (a, b) => ((BigInteger)a).CompareTo((BigInteger)b));
        return numbers;
    }
}
