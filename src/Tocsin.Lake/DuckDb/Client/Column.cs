using System.Runtime.CompilerServices;
using System.Text;
using Tocsin.Core.Events;

namespace Tocsin.Lake.DuckDb.Client;

/// <summary>One column of a <see cref="Chunk"/>, read where DuckDB wrote it. Valid as long as the chunk.</summary>
public readonly unsafe ref struct Column
{
    private readonly byte* data;
    private readonly ulong* validity;
    private readonly string name;

    internal Column(ColumnMemory memory, DuckDbType type, string name, int count)
    {
        (Vector, Type, this.name, Count) = (memory.Vector, type, name, count);
        data = memory.Data;
        validity = memory.Validity;
    }

    public DuckDbType Type { get; }

    public int Count { get; }

    internal nint Vector { get; }

    internal byte* Data => data;

    /// <summary>False when surely no row is null.</summary>
    public bool MayHaveNulls => validity != null;

    public bool IsNull(int row) => validity != null && (validity[row >> 6] >> (row & 63) & 1) == 0;

    /// <summary>
    /// The values without copying; what stands at null rows is undefined. Timestamps are microseconds in
    /// <see cref="long"/>, dates are days in <see cref="int"/>.
    /// </summary>
    /// <exception cref="LakeException">The column's values are not of this width.</exception>
    public ReadOnlySpan<T> Values<T>()
        where T : unmanaged
    {
        if (WidthOf(Type) != sizeof(T))
            throw Mismatch(typeof(T).Name);
        return new ReadOnlySpan<T>(data, Count);
    }

    /// <summary>The UTF-8 bytes of a VARCHAR (or the bytes of a BLOB) without copying; empty when null.</summary>
    /// <remarks>A string is 16 bytes: a length, then either up to 12 bytes, or 4 bytes of prefix and a pointer.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Bytes(int row)
    {
        if (Type is not (DuckDbType.Varchar or DuckDbType.Blob))
            throw Mismatch("text");
        return IsNull(row) ? default : StringBytes(data + ((nint)(uint)row * StringWidth));
    }

    /// <summary>The text of a VARCHAR; null when null.</summary>
    public string? Text(int row) => IsNull(row) ? null : Encoding.UTF8.GetString(Bytes(row));

    internal const int StringWidth = 16;
    internal const int InlineLength = 12;

    internal static ReadOnlySpan<byte> StringBytes(byte* at)
    {
        var length = *(int*)at;
        return new ReadOnlySpan<byte>(length <= InlineLength ? at + 4 : *(byte**)(at + 8), length);
    }

    private static int WidthOf(DuckDbType type) => type switch
    {
        DuckDbType.Boolean or DuckDbType.TinyInt or DuckDbType.UTinyInt => 1,
        DuckDbType.SmallInt or DuckDbType.USmallInt => 2,
        DuckDbType.Integer or DuckDbType.UInteger or DuckDbType.Float or DuckDbType.Date => 4,
        DuckDbType.BigInt or DuckDbType.UBigInt or DuckDbType.Double or DuckDbType.Time or DuckDbType.Timestamp
            or DuckDbType.TimestampSeconds or DuckDbType.TimestampMilliseconds or DuckDbType.TimestampNanoseconds
            or DuckDbType.TimestampWithZone or DuckDbType.TimeWithZone => 8,
        DuckDbType.HugeInt or DuckDbType.UHugeInt or DuckDbType.Uuid or DuckDbType.Interval => 16,
        _ => 0,
    };

    private LakeException Mismatch(string asked) =>
        Failure.Of($"Column '{name}' is {Type}, asked for as {asked}", name, "CAST the column in the query.");
}
