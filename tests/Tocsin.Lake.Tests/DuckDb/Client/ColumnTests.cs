using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Tests.DuckDb.Client;

public sealed class ColumnTests : IDisposable
{
    private readonly Database database = Database.InMemory();
    private readonly Connection connection;

    public ColumnTests() => connection = database.Connect();

    public void Dispose()
    {
        connection.Dispose();
        database.Dispose();
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("(-5)::TINYINT", (sbyte)-5)]
    [InlineData("(-5)::SMALLINT", (short)-5)]
    [InlineData("(-5)::INTEGER", -5)]
    [InlineData("(-5)::BIGINT", -5L)]
    [InlineData("200::UTINYINT", (byte)200)]
    [InlineData("60000::USMALLINT", (ushort)60000)]
    [InlineData("4000000000::UINTEGER", 4000000000u)]
    [InlineData("18446744073709551615::UBIGINT", ulong.MaxValue)]
    [InlineData("1.5::FLOAT", 1.5f)]
    [InlineData("1.5::DOUBLE", 1.5d)]
    [InlineData("TIMESTAMP '1970-01-01 00:00:01'", 1_000_000L)]
    [InlineData("DATE '1970-01-02'", 1)]
    public void A_value_is_read_as_its_type<T>(string sql, T expected)
        where T : unmanaged => Assert.Equal(expected, connection.Scalar<T>($"SELECT {sql}"));

    [Theory]
    [InlineData("")]
    [InlineData("twelve bytes")]
    [InlineData("thirteen byte")]
    [InlineData("nul \0 inside, and long enough for the heap")]
    [InlineData("🔔")]
    public void Text_is_read_inline_and_from_the_heap(string text)
    {
        using var rows = connection.Query("SELECT ?", text);
        Assert.True(rows.Read(out var chunk));
        Assert.Equal(text, chunk[0].Text(0));
    }

    [Fact]
    public void Nulls_are_seen_in_every_chunk()
    {
        using var rows = connection.Query("SELECT CASE WHEN i % 3 = 0 THEN NULL ELSE i END, i::VARCHAR FROM range(10000) t(i)");
        var row = 0L;
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++, row++)
            {
                Assert.Equal(row % 3 == 0, chunk[0].IsNull(i));
                Assert.False(chunk[1].IsNull(i));
                Assert.Equal($"{row}", chunk[1].Text(i));
            }
        }
        Assert.Equal(10000, row);
    }

    [Fact]
    public void Constants_are_read_like_columns()
    {
        using var rows = connection.Query("SELECT 7::BIGINT, 'seven' FROM range(5000)");
        var count = 0;
        while (rows.Read(out var chunk))
        {
            Assert.All(chunk[0].Values<long>().ToArray(), value => Assert.Equal(7, value));
            Assert.Equal("seven", chunk[1].Text(chunk.Count - 1));
            count += chunk.Count;
        }
        Assert.Equal(5000, count);
    }

    [Fact]
    public void A_column_asked_for_as_another_type_says_so()
    {
        using var rows = connection.Query("SELECT 1::INTEGER AS n");
        Assert.True(rows.Read(out var chunk));
        var error = Assert.Throws<LakeException>(() => chunk[0].Values<long>().Length);
        Assert.Contains("Column 'n' is Integer, asked for as Int64", error.Message, StringComparison.Ordinal);
        Assert.Throws<LakeException>(() => chunk[0].Bytes(0).Length);
    }

    [Fact]
    public void Names_and_types_of_columns_are_known_before_reading()
    {
        using var rows = connection.Query("SELECT 1::UBIGINT AS a, 'x' AS \"b c\"");
        Assert.Equal(["a", "b c"], rows.Names);
        Assert.Equal([DuckDbType.UBigInt, DuckDbType.Varchar], rows.Types);
    }
}
