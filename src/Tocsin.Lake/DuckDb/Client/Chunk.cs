namespace Tocsin.Lake.DuckDb.Client;

/// <summary>Up to 2,048 rows of a result, by columns, in DuckDB's own memory. Valid until the next is read.</summary>
public sealed class Chunk : IDisposable
{
    private readonly ChunkHandle handle;
    private readonly IReadOnlyList<DuckDbType> types;
    private readonly IReadOnlyList<string> names;
    private readonly ColumnMemory[] columns;

    internal Chunk(ChunkHandle handle, IReadOnlyList<DuckDbType> types, IReadOnlyList<string> names)
    {
        (this.handle, this.types, this.names) = (handle, types, names);
        columns = new ColumnMemory[types.Count];
        Count = (int)Native.ChunkSize(handle);
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    public Column this[int column]
    {
        get
        {
            ref var memory = ref columns[column];
            if (memory.Vector == 0)
                memory = ColumnMemory.At(Native.Vector(handle, (ulong)column));
            return new Column(memory, types[column], names[column], Count);
        }
    }

    public void Dispose() => handle.Dispose();
}
