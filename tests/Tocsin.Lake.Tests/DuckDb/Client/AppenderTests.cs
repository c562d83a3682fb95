using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Tests.DuckDb.Client;

public sealed class AppenderTests : IDisposable
{
    private readonly Database database = Database.InMemory();
    private readonly Connection connection;

    public AppenderTests()
    {
        connection = database.Connect();
        connection.Run("CREATE TABLE t (n BIGINT, s VARCHAR)");
    }

    public void Dispose()
    {
        connection.Dispose();
        database.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2048)]
    [InlineData(5000)]
    public void Rows_come_back_with_their_nulls(int count)
    {
        using (var appender = connection.Append("t"))
        {
            for (var i = 0; i < count; i++)
                Write(appender, i, i == count - 1);
            appender.Complete();
        }
        using var rows = connection.Query("SELECT n, s FROM t");
        var row = 0;
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++, row++)
            {
                Assert.Equal(row % 5 == 0, chunk[0].IsNull(i));
                if (!chunk[0].IsNull(i))
                    Assert.Equal(row, chunk[0].Values<long>()[i]);
                Assert.Equal(TextOf(row), chunk[1].Text(i));
            }
        }
        Assert.Equal(count, row);
    }

    [Fact]
    public void Texts_of_many_megabytes_go_through()
    {
        var huge = new string('ü', 5_000_000);
        using (var appender = connection.Append("t"))
        {
            for (var i = 0; i < 3; i++)
            {
                appender.Values<long>(0)[i] = i;
                appender.SetText(1, i, i == 1 ? huge : "small text beside the huge one");
            }
            appender.Send(3);
            appender.Complete();
        }
        Assert.Equal(1, connection.Scalar<long>("SELECT count(*) FROM t WHERE s = ?", huge));
        Assert.Equal(2, connection.Scalar<long>("SELECT count(*) FROM t WHERE s = 'small text beside the huge one'"));
    }

    [Fact]
    public void Utf8_is_taken_as_it_is()
    {
        using (var appender = connection.Append("t"))
        {
            appender.Values<long>(0)[0] = 1;
            appender.SetUtf8(1, 0, "fünf, and more than twelve bytes"u8);
            appender.Send(1);
            appender.Complete();
        }
        Assert.Equal(1, connection.Scalar<long>("SELECT count(*) FROM t WHERE s = 'fünf, and more than twelve bytes'"));
    }

    [Fact]
    public void What_is_not_completed_is_dropped()
    {
        using (var appender = connection.Append("t"))
        {
            Write(appender, 1, last: true);
        }
        Assert.Equal(0, connection.Scalar<long>("SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_rolled_back_transaction_takes_appended_rows_along()
    {
        using (connection.Begin())
        {
            using var appender = connection.Append("t");
            Write(appender, 1, last: true);
            appender.Complete();
        }
        Assert.Equal(0, connection.Scalar<long>("SELECT count(*) FROM t"));
    }

    [Fact]
    public void Errors_name_the_table_and_the_column()
    {
        Assert.Contains("nowhere", Assert.Throws<LakeException>(() => connection.Append("nowhere")).Message, StringComparison.Ordinal);
        using var appender = connection.Append("t");
        Assert.Contains("Column 0 is BigInt", Assert.Throws<LakeException>(() => appender.SetText(0, 0, "x")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => appender.SetText(1, Appender.Capacity, "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => appender.Send(Appender.Capacity + 1));
    }

    private static string? TextOf(int i) => (i % 4) switch
    {
        0 => null,
        1 => "",
        2 => $"inline {i}",
        _ => $"far too long to stay inline {i}",
    };

    private static void Write(Appender appender, int i, bool last)
    {
        var row = i % Appender.Capacity;
        if (i % 5 == 0)
            appender.SetNull(0, row);
        else
            appender.Values<long>(0)[row] = i;
        appender.SetText(1, row, TextOf(i));
        if (last || row == Appender.Capacity - 1)
            appender.Send(row + 1);
    }
}
