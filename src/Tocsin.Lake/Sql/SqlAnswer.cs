namespace Tocsin.Lake.Sql;

/// <summary>What a query over the lake may cost.</summary>
public sealed record SqlBounds
{
    public static SqlBounds Default { get; } = new();

    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);

    public int Rows { get; init; } = 5_000;

    /// <summary>Bytes of all values together.</summary>
    public long Bytes { get; init; } = 8 << 20;

    /// <summary>Characters of one value; the rest is cut off.</summary>
    public int CellCharacters { get; init; } = 10_000;

    /// <summary>Bytes that the query may hold in memory for joins, groups and sorts.</summary>
    public long Memory { get; init; } = 1L << 30;
}

/// <summary>A query's answer.</summary>
/// <param name="Rows">Values that JSON can hold: numbers up to 2⁵³, text for larger ones, times in ISO 8601, lists, objects, null.</param>
/// <param name="Cut">Why rows are missing; null when none are.</param>
public sealed record SqlAnswer(IReadOnlyList<SqlColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, TimeSpan Elapsed, string? Cut);

/// <summary>A column of an answer or a table.</summary>
/// <param name="Type">DuckDB's name of the type.</param>
/// <param name="What">One line about it; null when its name says all.</param>
public sealed record SqlColumn(string Name, string Type, string? What = null);

/// <summary>A table or view.</summary>
/// <param name="What">One line about it.</param>
public sealed record SqlTable(string Name, bool IsView, string What, IReadOnlyList<SqlColumn> Columns);
