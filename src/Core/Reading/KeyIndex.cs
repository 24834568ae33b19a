namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Finds members of a large mapping by name, in eight bytes or so a member: a dictionary would take as much memory as the members themselves.</summary>
/// <remarks>Holds places only; the names are those of the members. String hashes are seeded at random for each process, so no file can aim at collisions.</remarks>
internal sealed class KeyIndex
{
    // Place + 1; 0 is free. The number of slots is a power of two, at most half of them taken.
    private int[] _slots;
    private int _count;

    /// <summary>Indexes the members that are there already.</summary>
    /// <param name="members">All members so far, of which those before <paramref name="start"/> belong to others.</param>
    /// <param name="start">Place of the mapping's first member.</param>
    public KeyIndex(ReadOnlySpan<Member> members, int start)
    {
        _slots = new int[64];
        for (var place = start; place < members.Length; place++)
        {
            FindOrAdd(members, start, members[place].Name!, place);
        }
    }

    /// <summary>The place of the member with this name; where there is none, notes it as the next and gives -1.</summary>
    public int FindOrAdd(ReadOnlySpan<Member> members, int start, string name, int next)
    {
        var slot = name.GetHashCode(StringComparison.Ordinal) & (_slots.Length - 1);
        while (_slots[slot] is var taken and > 0)
        {
            if (string.Equals(members[taken - 1].Name, name, StringComparison.Ordinal))
            {
                return taken - 1;
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }

        _slots[slot] = next + 1;
        if (++_count * 2 > _slots.Length)
        {
            Grow(members, start, name, next);
        }

        return -1;
    }

    // The newest name is not among the members yet.
    private void Grow(ReadOnlySpan<Member> members, int start, string newest, int next)
    {
        _slots = new int[_slots.Length * 2];
        _count = 0;
        for (var place = start; place <= next; place++)
        {
            var name = place == next ? newest : members[place].Name!;
            var slot = name.GetHashCode(StringComparison.Ordinal) & (_slots.Length - 1);
            while (_slots[slot] > 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = place + 1;
            _count++;
        }
    }
}
