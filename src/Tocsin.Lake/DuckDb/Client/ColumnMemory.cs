namespace Tocsin.Lake.DuckDb.Client;

/// <summary>Where DuckDB keeps the values of one column of a chunk. <see cref="Validity"/> has a bit per row, 0 for null,
/// and is null itself when no row is.</summary>
internal readonly unsafe record struct ColumnMemory(nint Vector, nint DataAddress, nint ValidityAddress)
{
    public byte* Data => (byte*)DataAddress;

    public ulong* Validity => (ulong*)ValidityAddress;

    public static ColumnMemory At(nint vector) => new(vector, (nint)Native.VectorData(vector), (nint)Native.VectorValidity(vector));
}
