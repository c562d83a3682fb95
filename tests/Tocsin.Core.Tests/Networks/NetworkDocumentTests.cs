using System.Text;
using System.Text.Json;
using Tocsin.Core.Networks;

namespace Tocsin.Core.Tests.Networks;

public class NetworkDocumentTests
{
    private static readonly NetworkGraph Graph = Some.Graph(4, [.. Some.Clique(0, 2), Some.Row(2, 3, 1, 1, 9, 4.015625f, 12.5f)]) with
    {
        LeftOut = 7,
        Accounts = [Some.Account(0) with { Places = new(new(1, -2), new(3, 4), new(-5, 6)), Community = 1 }, Some.Account(1), Some.Account(2) with { Handle = null }, Some.Account(3, member: false)],
    };

    [Fact]
    public void What_is_packed_comes_back()
    {
        var back = NetworkDocument.Pack(Graph).Unpack();
        Assert.Equal(Graph.Accounts, back.Accounts);
        Assert.Equal(Graph.Evidence, back.Evidence);
        Assert.Equal(Graph.Traces.Select(trace => (trace.Kind, string.Join(' ', trace.Windows))), back.Traces.Select(trace => (trace.Kind, string.Join(' ', trace.Windows))));
        Assert.Equal((Graph.Threshold, Graph.Floor, Graph.LeftOut), (back.Threshold, back.Floor, back.LeftOut));
    }

    [Fact]
    public void The_same_graph_has_the_same_tag_and_another_has_another()
    {
        Assert.Equal(NetworkDocument.Pack(Graph).Tag, NetworkDocument.Pack(Graph).Tag);
        Assert.NotEqual(NetworkDocument.Pack(Graph).Tag, NetworkDocument.Pack(Graph with { Threshold = 19 }).Tag);
    }

    [Fact]
    public void It_opens_as_json_in_columns()
    {
        using var json = JsonDocument.Parse(NetworkDocument.Pack(Graph).Open());
        Assert.Equal([0, 0, 1, 2], json.RootElement.GetProperty("ties").GetProperty("a").EnumerateArray().Select(a => a.GetInt32()));
        Assert.Equal("hashtag", json.RootElement.GetProperty("traces")[0].GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not compressed at all")]
    public void Damage_is_reported_as_damage(string bytes) =>
        Assert.ThrowsAny<InvalidDataException>(() => new NetworkDocument(Encoding.UTF8.GetBytes(bytes)).Unpack());
}
