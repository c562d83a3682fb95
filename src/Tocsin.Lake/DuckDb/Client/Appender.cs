using System.Runtime.CompilerServices;
using System.Text;

namespace Tocsin.Lake.DuckDb.Client;

/// <summary>
/// Appends to a table by columns: fill up to <see cref="Capacity"/> rows of every column, <see cref="Send"/> them,
/// go on, and <see cref="Complete"/> at the end. What was not completed is dropped. Every row of every column must be
/// written, for the memory is reused.
/// </summary>
public sealed unsafe class Appender : IDisposable
{
    // Above this, counting the bytes is cheaper than reserving for the worst case.
    private const int LongText = 1 << 14;

    private readonly AppenderHandle handle;
    private readonly ChunkHandle chunk;
    private readonly string table;
    private readonly nint[] vectors;
    private readonly DuckDbType[] types;
    private readonly nint[] data;
    private readonly nint[] validity;
    private readonly StringArena strings = new();

    private Appender(AppenderHandle handle, string table, LogicalTypeHandle[] columns)
    {
        (this.handle, this.table) = (handle, table);
        chunk = new ChunkHandle(Native.CreateChunk(Array.ConvertAll(columns, c => c.DangerousGetHandle()), (ulong)columns.Length));
        types = Array.ConvertAll(columns, Native.TypeId);
        vectors = new nint[columns.Length];
        data = new nint[columns.Length];
        validity = new nint[columns.Length];
        TakeVectors();
    }

    /// <summary>Rows per chunk.</summary>
    public static int Capacity { get; } = (int)Native.VectorSize();

    /// <summary>The column's memory, <see cref="Capacity"/> values of the table's type, timestamps in microseconds.</summary>
    public Span<T> Values<T>(int column)
        where T : unmanaged => new((void*)data[column], Capacity);

    /// <summary>Writes text, or null. Lone surrogates become U+FFFD.</summary>
    public void SetText(int column, int row, string? text)
    {
        if (text is null)
            SetNull(column, row);
        else
            SetText(column, row, text.AsSpan());
    }

    /// <inheritdoc cref="SetText(int, int, string?)"/>
    public void SetText(int column, int row, ReadOnlySpan<char> text)
    {
        var slot = Slot(column, row);
        var room = strings.Reserve(text.Length < LongText ? 3 * text.Length : Encoding.UTF8.GetByteCount(text), out var address);
        WriteString(slot, address, Encoding.UTF8.GetBytes(text, room));
    }

    /// <summary>Writes text that is UTF-8 already; it must be valid.</summary>
    public void SetUtf8(int column, int row, ReadOnlySpan<byte> utf8)
    {
        var slot = Slot(column, row);
        utf8.CopyTo(strings.Reserve(utf8.Length, out var address));
        WriteString(slot, address, utf8.Length);
    }

    public void SetNull(int column, int row)
    {
        if (validity[column] == 0)
        {
            Native.EnsureValidityWritable(vectors[column]);
            validity[column] = (nint)Native.VectorValidity(vectors[column]);
        }
        ((ulong*)validity[column])[row >> 6] &= ~(1UL << (row & 63));
    }

    /// <summary>Appends the first <paramref name="rows"/> rows written, and begins a new chunk.</summary>
    public void Send(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, Capacity);
        Native.SetChunkSize(chunk, (ulong)rows);
        Check(Native.AppendChunk(handle, chunk));
        Native.ResetChunk(chunk);
        strings.Clear();
        TakeVectors();
    }

    /// <summary>Hands everything sent to the table, within the transaction of the connection.</summary>
    public void Complete() => Check(Native.FlushAppender(handle));

    /// <summary>Frees the appender. What was sent but not completed may be dropped: roll back on errors.</summary>
    public void Dispose()
    {
        if (!handle.IsClosed)
            _ = Native.ClearAppender(handle);
        handle.Dispose();
        chunk.Dispose();
    }

    internal static Appender Open(ConnectionHandle connection, string table)
    {
        var state = Native.CreateAppender(connection, null, table, out var created);
        var appender = new AppenderHandle(created);
        if (state != 0)
        {
            var error = Utf8.Text(Native.AppenderError(appender));
            appender.Dispose();
            throw Failure.Of(error ?? "The appender could not be made", $"append to {table}");
        }
        var columns = new LogicalTypeHandle[(int)Native.AppenderColumns(appender)];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = new LogicalTypeHandle(Native.AppenderColumnType(appender, (ulong)i));
        try
        {
            return new Appender(appender, table, columns);
        }
        finally
        {
            Array.ForEach(columns, c => c.Dispose());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* Slot(int column, int row)
    {
        if (types[column] is not (DuckDbType.Varchar or DuckDbType.Blob))
            throw Failure.Of($"Column {column} is {types[column]}, not text", $"append to {table}", "Use Values for numbers.");
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Capacity);
        return (byte*)data[column] + ((nint)row * Column.StringWidth);
    }

    // DuckDB's string: the length, then up to 12 bytes in place and zero behind, or 4 bytes of prefix and a pointer.
    // The appender copies what the pointer names, so the arena need only live until the chunk is sent.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteString(byte* slot, byte* text, int length)
    {
        *(int*)slot = length;
        if (length <= Column.InlineLength)
        {
            *(long*)(slot + 4) = 0;
            *(int*)(slot + 12) = 0;
            new ReadOnlySpan<byte>(text, length).CopyTo(new Span<byte>(slot + 4, Column.InlineLength));
            return;
        }
        *(int*)(slot + 4) = *(int*)text;
        *(byte**)(slot + 8) = text;
        strings.Keep(length);
    }

    private void TakeVectors()
    {
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = Native.Vector(chunk, (ulong)i);
            data[i] = (nint)Native.VectorData(vectors[i]);
            validity[i] = 0;
        }
    }

    private void Check(int state)
    {
        if (state != 0)
            throw Failure.Of(Utf8.Text(Native.AppenderError(handle)) ?? "Rows could not be appended", $"append to {table}");
    }
}
