namespace Tocsin.Lake.DuckDb;

/// <summary>A column that grows by chunks, in blocks that are copied once at the end.</summary>
internal sealed class ColumnBuilder<T>
    where T : unmanaged
{
    private const int BlockRows = 1 << 16;

    private readonly List<T[]> full = [];
    private T[] block = [];
    private int used;

    public void Add(ReadOnlySpan<T> values)
    {
        while (values.Length > 0)
        {
            if (used == block.Length)
                NextBlock();
            var part = values[..Math.Min(values.Length, block.Length - used)];
            part.CopyTo(block.AsSpan(used));
            used += part.Length;
            values = values[part.Length..];
        }
    }

    public T[] ToArray()
    {
        var all = new T[(full.Count * BlockRows) + used];
        for (var i = 0; i < full.Count; i++)
            full[i].CopyTo(all, i * BlockRows);
        block.AsSpan(0, used).CopyTo(all.AsSpan(full.Count * BlockRows));
        return all;
    }

    private void NextBlock()
    {
        if (used > 0)
            full.Add(block);
        block = GC.AllocateUninitializedArray<T>(BlockRows);
        used = 0;
    }
}
