using System.Buffers.Binary;

namespace Tocsin.Lake.Coactions;

/// <summary>
/// Numbers accounts from 0 in the order they are first seen, and keeps each name once, as UTF-8. Known by a 64-bit hash of
/// the name (one collision among a million accounts: about 3 in 100 million), found by linear probing at most half full.
/// </summary>
public sealed class AccountNames
{
    private Slot[] _slots = new Slot[1 << 12];
    private byte[] _text = new byte[1 << 16];
    private int[] _end = new int[1 << 11];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int account] => _text.AsSpan((account == 0 ? 0 : _end[account - 1]).._end[account]);

    /// <summary>The number of the account, new or known.</summary>
    public int NumberOf(ulong hash, ReadOnlySpan<byte> name)
    {
        var mask = _slots.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            ref var slot = ref _slots[at];
            if (slot.Hash == hash && slot.Number > 0) return slot.Number - 1;
            if (slot.Number > 0) continue;
            slot = new Slot(hash, Count + 1);
            return Append(name);
        }
    }

    /// <summary>The place of each account, by number, when names are sorted by their bytes; that is by code point.</summary>
    public int[] Ranks()
    {
        var order = InOrder();
        var rank = new int[Count];
        for (var place = 0; place < order.Length; place++) rank[order[place]] = place;
        return rank;
    }

    /// <summary>The same names, numbered in order.</summary>
    public AccountNames Sorted()
    {
        var sorted = new AccountNames { _text = new byte[_text.Length], _end = new int[Count], _slots = [] };
        foreach (var account in InOrder()) _ = sorted.Append(this[account]);
        return sorted;
    }

    private int[] InOrder()
    {
        var prefix = new ulong[Count];
        var order = new int[Count];
        for (var account = 0; account < Count; account++) (prefix[account], order[account]) = (PrefixOf(this[account]), account);
        Array.Sort(prefix, order);
        for (int start = 0, end; start < Count; start = end)
        {
            for (end = start + 1; end < Count && prefix[end] == prefix[start];) end++;
            if (end - start > 1) order.AsSpan(start..end).Sort((a, b) => this[a].SequenceCompareTo(this[b]));
        }
        return order;
    }

    /// <summary>The first eight bytes as a number that sorts as they do.</summary>
    private static ulong PrefixOf(ReadOnlySpan<byte> name)
    {
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        prefix.Clear();
        name[..Math.Min(name.Length, sizeof(ulong))].CopyTo(prefix);
        return BinaryPrimitives.ReadUInt64BigEndian(prefix);
    }

    private int Append(ReadOnlySpan<byte> name)
    {
        var start = Count == 0 ? 0 : _end[Count - 1];
        var end = checked(start + name.Length);
        if (end > _text.Length) Array.Resize(ref _text, (int)Math.Min(Array.MaxLength, Math.Max(end, 2L * _text.Length)));
        if (Count == _end.Length) Array.Resize(ref _end, 2 * Count);
        name.CopyTo(_text.AsSpan(start));
        _end[Count++] = end;
        if (2 * Count > _slots.Length && _slots.Length > 0) Grow();
        return Count - 1;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[2 * old.Length];
        var mask = _slots.Length - 1;
        foreach (var slot in old)
        {
            if (slot.Number == 0) continue;
            var at = (int)slot.Hash & mask;
            while (_slots[at].Number > 0) at = (at + 1) & mask;
            _slots[at] = slot;
        }
    }

    /// <summary>Number is one more than the account's; 0 means empty.</summary>
    private readonly record struct Slot(ulong Hash, int Number);
}
