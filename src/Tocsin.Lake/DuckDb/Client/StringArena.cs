using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tocsin.Lake.DuckDb.Client;

/// <summary>Memory for the strings of one chunk: pinned blocks that never move, reused for the next chunk.</summary>
internal sealed unsafe class StringArena
{
    private const int BlockSize = 1 << 18;

    private readonly List<byte[]> blocks = [];
    private int block = -1;
    private int used;

    /// <summary>Room for <paramref name="size"/> bytes at a fixed address. The next reservation overwrites it
    /// unless <see cref="Keep"/> is called.</summary>
    public Span<byte> Reserve(int size, out byte* address)
    {
        if (block < 0 || blocks[block].Length - used < size)
            NextBlock(size);
        var room = blocks[block].AsSpan(used, size);
        address = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(room));
        return room;
    }

    /// <summary>Keeps the first bytes of the last reservation.</summary>
    public void Keep(int length) => used += length;

    /// <summary>Forgets all strings; blocks made for single huge strings are given up.</summary>
    public void Clear()
    {
        blocks.RemoveAll(static bytes => bytes.Length != BlockSize);
        (block, used) = (-1, 0);
    }

    private void NextBlock(int size)
    {
        used = 0;
        while (++block < blocks.Count)
        {
            if (blocks[block].Length >= size)
                return;
        }
        blocks.Add(GC.AllocateUninitializedArray<byte>(Math.Max(size, BlockSize), pinned: true));
    }
}
