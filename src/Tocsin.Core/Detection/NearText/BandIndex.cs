namespace Tocsin.Core.Detection.NearText;

/// <summary>
/// Which texts share a band: an open-addressing table from band key to texts. At most eight texts stay under one key, the
/// first ones; in a crowd of near copies any of the first leads to the others. Those turned away are counted.
/// </summary>
internal sealed class BandIndex
{
    private const int MostPerKey = 8;

    // Key in the upper half, text + 1 in the lower; zero is an empty slot. Two of four slots stay empty.
    private ulong[] _slots = new ulong[1 << 16];
    private int _used;

    /// <summary>How often a key was full.</summary>
    public long TurnedAway { get; private set; }

    public void Add(ReadOnlySpan<uint> keys, int text)
    {
        if ((_used + keys.Length) * 2L > _slots.Length)
            Grow();
        foreach (var key in keys)
            Add(key, text);
    }

    /// <summary>Appends the texts that share a band; one may appear several times.</summary>
    public void Find(ReadOnlySpan<uint> keys, List<int> texts)
    {
        var mask = (uint)_slots.Length - 1;
        foreach (var key in keys)
        {
            for (var at = key & mask; _slots[at] != 0; at = at + 1 & mask)
            {
                if (_slots[at] >> 32 == key)
                    texts.Add((int)(uint)_slots[at] - 1);
            }
        }
    }

    private void Add(uint key, int text)
    {
        var mask = (uint)_slots.Length - 1;
        var same = 0;
        var at = key & mask;
        for (; _slots[at] != 0; at = at + 1 & mask)
            same += _slots[at] >> 32 == key ? 1 : 0;
        if (same >= MostPerKey)
        {
            TurnedAway++;
            return;
        }

        _slots[at] = (ulong)key << 32 | (uint)(text + 1);
        _used++;
    }

    private void Grow()
    {
        var before = _slots;
        _slots = new ulong[2 * before.Length];
        var mask = (uint)_slots.Length - 1;
        foreach (var slot in before)
        {
            if (slot == 0)
                continue;
            var at = (uint)(slot >> 32) & mask;
            while (_slots[at] != 0)
                at = at + 1 & mask;
            _slots[at] = slot;
        }
    }
}
