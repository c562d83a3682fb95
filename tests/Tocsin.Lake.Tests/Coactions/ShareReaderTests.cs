using System.IO.Compression;
using System.Text;
using Tocsin.Core;
using Tocsin.Core.Detection.Coordination.Coactions;
using Tocsin.Lake.Coactions;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Tests.Coactions;

public sealed class ShareReaderTests : IDisposable
{
    private const string FourColumns = "object_id,account_id,content_id,timestamp_share\n";
    private const string TwoKinds = "account_id,post_id,url_id,hashtag_id,timestamp\n";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tocsin-shares-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Four_columns_are_read_whatever_the_format()
    {
        var csv = Write("a.csv", FourColumns + "o1,b,c1,100\no1,a,c2,100.5\no2,a,c3,1970-01-01T00:01:00Z\n");
        var expected = Read(csv);
        Assert.Equal(3, expected.Sorted.Length);
        Assert.Equal(["a", "b"], Names(expected));
        Assert.Equal([60_000_000, 100_000_000, 100_500_000], expected.Sorted.Select(share => share.Time).Order());
        AssertSame(expected, Read(Write("a.tsv", File.ReadAllText(csv).Replace(',', '\t'))));
        AssertSame(expected, Read(Write("a.jsonl", """
            {"object_id":"o1","account_id":"b","content_id":"c1","timestamp_share":100}
            {"object_id":"o1","account_id":"a","content_id":"c2","timestamp_share":100.5}
            {"timestamp_share":"1970-01-01 00:01:00","object_id":"o2","account_id":"a","content_id":"c3","more":[1]}
            """)));
        AssertSame(expected, Read(Compressed(csv)));
        AssertSame(expected, Read(Copied("COPY (FROM read_csv('{0}', all_varchar = true)) TO '{1}'", csv, "a.csv.zst")));
        AssertSame(expected, Read(Copied("COPY (FROM read_csv('{0}', all_varchar = true)) TO '{1}'", csv, "a.parquet")));
    }

    [Fact]
    public void Parquet_timestamps_and_numbers_are_taken_as_they_are()
    {
        var csv = Write("a.csv", FourColumns + "7,1,5,2024-05-01 12:00:00.25\n");
        var parquet = Copied("COPY (SELECT object_id::INT AS object_id, account_id::BIGINT AS account_id, content_id, timestamp_share::TIMESTAMP AS timestamp_share FROM read_csv('{0}', all_varchar = true)) TO '{1}'", csv, "a.parquet");
        AssertSame(Read(csv), Read(parquet));
    }

    [Fact]
    public void Ids_stay_text()
    {
        var table = Read(Write("a.csv", FourColumns + "1,007,c1,1\n1,7,c2,1\n01,7.0,c3,1\n"));
        Assert.Equal(["007", "7", "7.0"], Names(table));
        Assert.Equal(2, table.Sorted.Select(share => share.Object).Distinct().Count());
    }

    [Fact]
    public void An_object_that_is_a_content_is_known_as_such()
    {
        var table = Read(Write("a.csv", FourColumns + "x,a,x,1\n"));
        Assert.Equal(table.Sorted[0].Object, table.Sorted[0].Content);
    }

    [Fact]
    public void The_kind_chooses_the_column_and_rows_without_it_are_counted_apart()
    {
        var table = Read(Write("a.csv", TwoKinds + "a,p1,5,,1\nb,p2,,9,2\nb,p3,5,9,3\n"), kind: "url");
        Assert.Equal((3, 1, 0, 2), (table.Read, table.WithoutObject, table.Rejected, table.Sorted.Length));
        Assert.True(table.DropDuplicates);
    }

    [Fact]
    public void Ids_of_a_kind_are_not_taken_for_contents()
    {
        var table = Read(Write("a.csv", TwoKinds + "a,5,5,,1\n"), kind: "url");
        Assert.NotEqual(table.Sorted[0].Object, table.Sorted[0].Content);
    }

    [Theory]
    [InlineData(null, "--kind with one of: url, hashtag")]
    [InlineData("sound", "--kind with one of: url, hashtag")]
    public void A_kind_that_is_missing_or_unknown_is_answered_with_those_there_are(string? kind, string hint) =>
        Assert.Equal(hint, Assert.Throws<Problem>(() => Read(Write("a.csv", TwoKinds + "a,p1,5,,1\n"), kind)).Hint);

    [Fact]
    public void A_missing_column_is_answered_with_those_there_are()
    {
        var problem = Assert.Throws<Problem>(() => Read(Write("a.csv", "object_id,who,content_id,time\no,a,c,1\n")));
        Assert.Contains("account", problem.What);
        Assert.Contains("object_id, who, content_id, time", problem.Where);
        Assert.Contains("--account", problem.Hint);
    }

    [Fact]
    public void Columns_can_be_named()
    {
        var path = Write("a.csv", "link,who,\"the \"\"post\"\"\",when\no,a,c,1\n");
        var table = ShareReader.Read(new ShareSource(path, Object: "link", Account: "who", Content: "the \"post\"", Time: "when"));
        Assert.Single(table.Sorted);
        Assert.Throws<Problem>(() => ShareReader.Read(new ShareSource(path, Object: "url", Account: "who", Content: "when", Time: "when")));
    }

    [Fact]
    public void Rows_that_lack_a_part_are_rejected_and_counted()
    {
        var table = Read(Write("a.csv", FourColumns + "o,a,c,1\no,,c,1\no,a,,1\no,a,c,soon\n"));
        Assert.Equal((4, 3, 1), (table.Read, table.Rejected, table.Sorted.Length));
    }

    [Fact]
    public void Milliseconds_are_not_taken_for_seconds() =>
        Assert.Contains("milliseconds", Assert.Throws<Problem>(() => Read(Write("a.csv", FourColumns + "o,a,c,1700000000000\n"))).Hint);

    [Theory]
    [InlineData("a.xlsx")]
    [InlineData("absent.csv")]
    public void Other_files_are_refused(string name)
    {
        _ = Write("a.xlsx", "");
        Assert.Throws<Problem>(() => Read(Path.Combine(folder.FullName, name)));
    }

    [Fact]
    public void An_empty_table_has_no_rows() => Assert.Empty(Read(Write("a.csv", FourColumns)).Sorted);

    private static ShareTable Read(string path, string? kind = null) => ShareReader.Read(new ShareSource(path, kind));

    private static string[] Names(ShareTable table) =>
        [.. Enumerable.Range(0, table.Accounts.Count).Select(account => Encoding.UTF8.GetString(table.Accounts[account]))];

    private static void AssertSame(ShareTable expected, ShareTable actual)
    {
        Assert.Equal(Names(expected), Names(actual));
        Assert.Equal<Share>(expected.Sorted, actual.Sorted);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Compressed(string path)
    {
        using var packed = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Fastest);
        packed.Write(File.ReadAllBytes(path));
        return path + ".gz";
    }

    private string Copied(string sql, string from, string name)
    {
        var path = Path.Combine(folder.FullName, name);
        using var database = Database.InMemory(new DatabaseOptions { AllowFiles = true });
        using var connection = database.Connect();
        connection.Run(string.Format(sql, from, path));
        return path;
    }
}
