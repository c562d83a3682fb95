using System.Buffers.Binary;
using System.Numerics;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>Values of any type as objects, for printing. Not for hot paths.</summary>
internal static unsafe class Cells
{
    public static object?[] Row(Chunk chunk, int row, int columns)
    {
        var cells = new object?[columns];
        for (var i = 0; i < columns; i++)
            cells[i] = Value(chunk[i], row);
        return cells;
    }

    /// <summary>One value; of lists at most so many items.</summary>
    public static object? Value(Column column, int row, int mostItems = int.MaxValue) => column.IsNull(row) ? null : column.Type switch
    {
        DuckDbType.Boolean => At<bool>(column, row),
        DuckDbType.TinyInt => (long)At<sbyte>(column, row),
        DuckDbType.SmallInt => (long)At<short>(column, row),
        DuckDbType.Integer => (long)At<int>(column, row),
        DuckDbType.BigInt => At<long>(column, row),
        DuckDbType.UTinyInt => (long)At<byte>(column, row),
        DuckDbType.USmallInt => (long)At<ushort>(column, row),
        DuckDbType.UInteger => (long)At<uint>(column, row),
        DuckDbType.UBigInt => At<ulong>(column, row),
        DuckDbType.HugeInt => (BigInteger)At<Int128>(column, row),
        DuckDbType.UHugeInt => (BigInteger)At<UInt128>(column, row),
        DuckDbType.Float => (double)At<float>(column, row),
        DuckDbType.Double => At<double>(column, row),
        DuckDbType.Varchar => column.Text(row),
        DuckDbType.Blob or DuckDbType.Bit => Column.StringBytes(column.Data + ((nint)row * Column.StringWidth)).ToArray(),
        DuckDbType.Timestamp or DuckDbType.TimestampWithZone => Micros.ToTime(At<long>(column, row)),
        DuckDbType.TimestampSeconds => Micros.ToTime(Scaled(At<long>(column, row), 1_000_000)),
        DuckDbType.TimestampMilliseconds => Micros.ToTime(Scaled(At<long>(column, row), 1_000)),
        DuckDbType.TimestampNanoseconds => Micros.ToTime(At<long>(column, row) / 1_000),
        DuckDbType.Date => Micros.ToTime(Scaled(At<int>(column, row), TimeSpan.MicrosecondsPerDay)) is var day ? DateOnly.FromDateTime(day.UtcDateTime) : null,
        DuckDbType.Time => TimeSpan.FromMicroseconds(At<long>(column, row)),
        DuckDbType.Interval => Interval(column.Data + ((nint)row * 16)),
        DuckDbType.Uuid => Uuid(At<UInt128>(column, row)),
        _ => Nested(column, row, mostItems),
    };

    private static object? Nested(Column column, int row, int mostItems)
    {
        using var type = new LogicalTypeHandle(Native.VectorType(column.Vector));
        return column.Type switch
        {
            DuckDbType.Decimal => Decimal(column, row, type),
            DuckDbType.Enum => Utf8.Text(Native.EnumValue(type, EnumIndex(column, row, Native.EnumStorage(type)))),
            DuckDbType.List or DuckDbType.Map => List(column, row, mostItems),
            DuckDbType.Array => Items(Native.ArrayChild(column.Vector), (long)Native.ArraySize(type) * row, (long)Native.ArraySize(type), mostItems),
            DuckDbType.Struct => Struct(column, row, type, mostItems),
            _ => $"({column.Type})",
        };
    }

    private static T At<T>(Column column, int row)
        where T : unmanaged => ((T*)column.Data)[row];

    private static long Scaled(long value, long unit) =>
        Int128.Abs((Int128)value * unit) > long.MaxValue ? (value < 0 ? long.MinValue : long.MaxValue) : value * unit;

    private static object?[] List(Column column, int row, int mostItems)
    {
        var entry = (long*)column.Data + ((nint)row * 2);
        return Items(Native.ListChild(column.Vector), entry[0], entry[1], mostItems);
    }

    private static object?[] Items(nint vector, long start, long count, int mostItems)
    {
        count = Math.Min(count, mostItems);
        var items = new object?[count];
        var child = Child(vector, (int)(start + count));
        for (var i = 0; i < items.Length; i++)
            items[i] = Value(child, (int)(start + i), mostItems);
        return items;
    }

    private static Dictionary<string, object?> Struct(Column column, int row, LogicalTypeHandle type, int mostItems)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0UL; i < Native.StructChildCount(type); i++)
        {
            var name = Native.StructChildName(type, i);
            members[Utf8.Text(name) ?? ""] = Value(Child(Native.StructChild(column.Vector, i), column.Count), row, mostItems);
            Native.Free(name);
        }
        return members;
    }

    private static Column Child(nint vector, int count)
    {
        using var type = new LogicalTypeHandle(Native.VectorType(vector));
        return new Column(ColumnMemory.At(vector), Native.TypeId(type), "", count);
    }

    private static object Decimal(Column column, int row, LogicalTypeHandle type)
    {
        BigInteger whole = Native.DecimalStorage(type) switch
        {
            DuckDbType.SmallInt => At<short>(column, row),
            DuckDbType.Integer => At<int>(column, row),
            DuckDbType.BigInt => At<long>(column, row),
            _ => (BigInteger)At<Int128>(column, row),
        };
        var scale = Native.DecimalScale(type);
        var fits = BigInteger.Abs(whole) < (BigInteger)decimal.MaxValue && scale <= 28;
        return fits ? (decimal)whole / (decimal)BigInteger.Pow(10, scale) : (double)whole / Math.Pow(10, scale);
    }

    private static ulong EnumIndex(Column column, int row, DuckDbType storage) => storage switch
    {
        DuckDbType.UTinyInt => At<byte>(column, row),
        DuckDbType.USmallInt => At<ushort>(column, row),
        _ => At<uint>(column, row),
    };

    // Months have no fixed length, so an interval stays text.
    private static string Interval(byte* at)
    {
        var (months, days, micros) = (*(int*)at, *(int*)(at + 4), *(long*)(at + 8));
        return $"{months} months {days} days {TimeSpan.FromMicroseconds(micros)}";
    }

    // DuckDB flips the highest bit so that UUIDs sort as signed numbers.
    private static Guid Uuid(UInt128 stored)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, stored ^ (UInt128.One << 127));
        return new Guid(bytes, bigEndian: true);
    }
}
