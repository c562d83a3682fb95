using System.IO.Compression;
using System.Text.Json;
using Tocsin.Core.Detection.Coordination.Coactions;
using Tocsin.Lake.Coactions;

namespace Tocsin.Lake.Tests.Coactions;

/// <summary>The answers CooRTweet and coordination-network-toolkit gave, from <c>cosharing/reference.json</c>.</summary>
public sealed class PeerAnswersTests : IDisposable
{
    private const long Second = 1_000_000;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tocsin-peers-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("russian", null, 60, 2, "russian_tw60_mp2")]
    [InlineData("russian", null, 10, 2, "russian_tw10_mp2")]
    [InlineData("russian", null, 10, 5, "russian_tw10_mp5")]
    [InlineData("german", "url", 30, 2, "german_url_tw30_mp2")]
    [InlineData("german", "domain", 30, 2, "german_domain_tw30_mp2")]
    [InlineData("german", "hashtag", 30, 2, "german_hashtag_tw30_mp2")]
    [InlineData("german", "phash", 30, 2, "german_phash_tw30_mp2")]
    [InlineData("synthetic-100k", null, 60, 2, "syn_100k")]
    public void Pair_semantics_gives_CooRTweets_answer(string file, string? kind, int window, int participation, string edges)
    {
        var answer = Answer("pair_semantics", string.Join(' ', new[] { file, kind, $"window={window}", $"min_participation={participation}" }.OfType<string>()));
        var network = Pairs(PathOf(file), kind, window, participation);
        var totals = PairTotals.Of(network.Edges, network.Accounts.Count);
        Assert.Equal(answer.GetProperty("pairs").GetInt64(), totals.Pairs);
        Assert.Equal(answer.GetProperty("accounts").GetInt32(), totals.Accounts);
        Assert.Equal(answer.GetProperty("edges").GetInt32(), totals.Edges);
        Assert.Equal(answer.GetProperty("max_weight").GetInt32(), totals.MaxWeight);
        if (answer.TryGetProperty("sum_time_delta", out var delta)) Assert.Equal(delta.GetInt64() * Second, totals.TimeDelta);
        Assert.Equal(Golden(edges), Written(network));
    }

    [Theory]
    [InlineData("russian")]
    [InlineData("synthetic-100k")]
    public void Message_semantics_gives_the_toolkits_answer(string file)
    {
        var answer = Answer("message_semantics", $"{file} window=60");
        var table = ShareReader.Read(new ShareSource(PathOf(file)));
        var totals = MessageTotals.Of(MessageSemantics.Edges(table.Sorted, table.Accounts.Count, new CoShareOptions(60 * Second)));
        Assert.Equal(answer.GetProperty("edges_weight_1").GetInt64(), totals.EdgesWeight1);
        Assert.Equal(answer.GetProperty("undirected_pairs").GetInt32(), totals.UndirectedPairs);
        if (!answer.TryGetProperty("edges_weight_2", out var heavier)) return;
        Assert.Equal(heavier.GetInt64(), totals.EdgesWeight2);
        Assert.Equal(answer.GetProperty("sum_weight_1").GetInt64(), totals.SumWeight1);
        Assert.Equal(answer.GetProperty("sum_weight_2").GetInt64(), totals.SumWeight2);
    }

    private static CoShareNetwork Pairs(string path, string? kind, int window, int participation)
    {
        var table = ShareReader.Read(new ShareSource(path, kind));
        var options = new CoShareOptions(window * Second, participation, table.DropDuplicates);
        return new(table.Accounts, PairSemantics.Edges(table.Sorted, table.Accounts.Count, options), CoShareSemantics.Pair);
    }

    private string PathOf(string file) => file.StartsWith("synthetic", StringComparison.Ordinal)
        ? SharedData.Synthetic100K(folder.FullName)
        : SharedData.Require($"cosharing/{file}.csv.gz");

    private static JsonElement Answer(string semantics, string name)
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Require("cosharing/reference.json")));
        return reference.RootElement.GetProperty(semantics).GetProperty("answers").GetProperty(name).Clone();
    }

    /// <summary>From, to, weight, mean time (R's last digit of 15 is off at times) and threshold; the peer's counts of contents are known to be wrong.</summary>
    private static SortedSet<string> Golden(string name)
    {
        using var file = new GZipStream(File.OpenRead(SharedData.Require($"cosharing/edges_{name}.csv.gz")), CompressionMode.Decompress);
        return Lines(file);
    }

    private static SortedSet<string> Written(CoShareNetwork network)
    {
        using var target = new MemoryStream();
        EdgeCsv.Write(network, target);
        target.Position = 0;
        return Lines(target);
    }

    private static SortedSet<string> Lines(Stream file)
    {
        using var reader = new StreamReader(file);
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var (from, to) = string.CompareOrdinal(cells[0], cells[1]) < 0 ? (cells[0], cells[1]) : (cells[1], cells[0]);
            Assert.True(lines.Add($"{from},{to},{cells[2]},{double.Parse(cells[3]):F9},{cells[7]}"));
        }
        return lines;
    }
}
