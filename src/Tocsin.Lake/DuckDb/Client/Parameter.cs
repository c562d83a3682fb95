namespace Tocsin.Lake.DuckDb.Client;

/// <summary>A typed value for a <c>?</c> of a statement; numbers and times travel without boxing.</summary>
public readonly struct Parameter
{
    private readonly DuckDbType type;
    private readonly long bits;
    private readonly object? reference;

    private Parameter(DuckDbType type, long bits, object? reference = null) =>
        (this.type, this.bits, this.reference) = (type, bits, reference);

    public static Parameter Null { get; } = new(DuckDbType.SqlNull, 0);

    public static implicit operator Parameter(bool value) => new(DuckDbType.Boolean, value ? 1 : 0);

    public static implicit operator Parameter(int value) => new(DuckDbType.BigInt, value);

    public static implicit operator Parameter(long value) => new(DuckDbType.BigInt, value);

    public static implicit operator Parameter(long? value) => value is { } known ? known : Null;

    public static implicit operator Parameter(ulong value) => new(DuckDbType.UBigInt, unchecked((long)value));

    public static implicit operator Parameter(double value) => new(DuckDbType.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Parameter(DateTimeOffset value) => new(DuckDbType.Timestamp, Micros.Of(value));

    public static implicit operator Parameter(DateTimeOffset? value) => value is { } known ? known : Null;

    public static implicit operator Parameter(string? value) => value is null ? Null : new(DuckDbType.Varchar, 0, value);

    public static implicit operator Parameter(byte[]? value) => value is null ? Null : new(DuckDbType.Blob, 0, value);

    /// <summary>A TIMESTAMP of so many microseconds since 1970; <see cref="long.MaxValue"/> is infinity.</summary>
    public static Parameter Timestamp(long micros) => new(DuckDbType.Timestamp, micros);

    /// <summary>Binds to the parameter of this number, counted from 1; zero means success.</summary>
    internal int BindTo(StatementHandle statement, ulong index) => type switch
    {
        DuckDbType.Boolean => Native.BindBoolean(statement, index, bits != 0),
        DuckDbType.BigInt => Native.BindInt64(statement, index, bits),
        DuckDbType.UBigInt => Native.BindUInt64(statement, index, unchecked((ulong)bits)),
        DuckDbType.Double => Native.BindDouble(statement, index, BitConverter.Int64BitsToDouble(bits)),
        DuckDbType.Timestamp => Native.BindTimestamp(statement, index, bits),
        DuckDbType.Varchar => BindText(statement, index, (string)reference!),
        DuckDbType.Blob => Native.BindBlob(statement, index, (byte[])reference!, (ulong)((byte[])reference!).Length),
        _ => Native.BindNull(statement, index),
    };

    private static int BindText(StatementHandle statement, ulong index, string text)
    {
        var utf8 = Utf8.Terminated(text);
        return Native.BindText(statement, index, utf8, (ulong)utf8.Length - 1);
    }
}
