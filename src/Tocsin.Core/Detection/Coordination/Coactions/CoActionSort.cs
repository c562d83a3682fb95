using System.Runtime.CompilerServices;

namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>Sorts co-actions by pair, keeping the order of equals: least significant digit first over the bits that differ.</summary>
internal static class CoActionSort
{
    private const int MaxDigitBits = 11;
    private const int InsertionLimit = 24;

    /// <summary>Sorts one bucket.</summary>
    /// <param name="data">Sorted in place.</param>
    /// <param name="scratch">At least as long as <paramref name="data"/>.</param>
    /// <param name="lowBitsU">How many low bits of U differ within <paramref name="data"/>.</param>
    /// <param name="bitsV">How many low bits V can have.</param>
    public static void Sort(Span<CoAction> data, Span<CoAction> scratch, int lowBitsU, int bitsV)
    {
        if (data.Length <= InsertionLimit)
        {
            SortByInsertion(data);
            return;
        }
        var bits = lowBitsU + bitsV;
        var digits = (bits + MaxDigitBits - 1) / MaxDigitBits;
        var width = (bits + digits - 1) / digits;
        var key = new KeyBits(bitsV, (1 << width) - 1);
        var source = data;
        var target = scratch[..data.Length];
        for (var digit = 0; digit < digits; digit++)
        {
            Scatter(source, target, key, digit * width);
            var swap = source;
            source = target;
            target = swap;
        }
        if (digits % 2 == 1) source.CopyTo(data);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(ReadOnlySpan<CoAction> source, Span<CoAction> target, KeyBits key, int shift)
    {
        Span<int> next = stackalloc int[key.Mask + 1];
        next.Clear();
        foreach (ref readonly var item in source) next[key.Digit(item.Pair, shift)]++;
        var sum = 0;
        foreach (ref var count in next)
        {
            var size = count;
            count = sum;
            sum += size;
        }
        foreach (ref readonly var item in source) target[next[key.Digit(item.Pair, shift)]++] = item;
    }

    private static void SortByInsertion(Span<CoAction> data)
    {
        for (var i = 1; i < data.Length; i++)
        {
            var item = data[i];
            var j = i;
            for (; j > 0 && data[j - 1].Pair > item.Pair; j--) data[j] = data[j - 1];
            data[j] = item;
        }
    }

    /// <summary>Moves U down onto V, so that no digit is spent on the zeros between.</summary>
    private readonly struct KeyBits(int bitsV, int mask)
    {
        public int Mask => mask;

        public int Digit(ulong pair, int shift) => (int)((((pair >> 32) << bitsV) | (uint)pair) >> shift) & mask;
    }
}
