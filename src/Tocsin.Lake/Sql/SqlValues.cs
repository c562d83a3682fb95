using System.Numerics;
using System.Text;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Sql;

/// <summary>Makes values ready for JSON, none longer than allowed, and counts their bytes.</summary>
internal sealed class SqlValues(SqlBounds bounds)
{
    private const long MostExact = 1L << 53;
    private const int MostItems = 200;

    public long Bytes { get; private set; }

    public object?[] Row(Chunk chunk, int row, int columns)
    {
        var values = new object?[columns];
        for (var i = 0; i < columns; i++)
            values[i] = Value(chunk[i], row);
        return values;
    }

    private object? Value(Column column, int row)
    {
        if (column.Type is DuckDbType.Varchar or DuckDbType.Blob && column.Bytes(row).Length > bounds.CellCharacters)
            return Counted(Encoding.UTF8.GetString(column.Bytes(row)[..bounds.CellCharacters]) + "…");
        return Plain(Cells.Value(column, row, MostItems));
    }

    private object? Plain(object? value) => value switch
    {
        string text => Counted(Short(text)),
        long number => number is > MostExact or < -MostExact ? Counted($"{number}") : Number(number),
        ulong number => number > (ulong)MostExact ? Counted($"{number}") : Number(number),
        double number => double.IsFinite(number) ? Number(number) : Counted($"{number}"),
        null or bool or decimal => Number(value),
        BigInteger number => Counted($"{number}"),
        DateTimeOffset time => Counted(time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'")),
        DateOnly day => Counted(day.ToString("yyyy-MM-dd")),
        byte[] bytes => Counted(Convert.ToHexStringLower(bytes)),
        object?[] items => Array.ConvertAll(items, Plain),
        Dictionary<string, object?> members => members.ToDictionary(member => member.Key, member => Plain(member.Value)),
        _ => Counted(value.ToString() ?? ""),
    };

    private string Short(string text) => text.Length <= bounds.CellCharacters ? text : text[..bounds.CellCharacters] + "…";

    private object? Number(object? value)
    {
        Bytes += 8;
        return value;
    }

    private string Counted(string text)
    {
        Bytes += 16 + (2L * text.Length);
        return text;
    }
}
