using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Tocsin.Core.Networks;

namespace Tocsin.Core.Tests.Networks;

/// <summary>The rule of membership on cases worked out by a third hand; web/test/membership.test.ts holds the console's slider to the same.</summary>
public class MembershipCasesTests
{
    public static TheoryData<string> Names => [.. Cases().Select(item => item.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Members_ties_and_bits_are_as_worked_out(string name)
    {
        var item = Cases().Single(item => item.GetProperty("name").GetString() == name);
        var graph = NetworkDocument.Parse(new MemoryStream(Encoding.UTF8.GetBytes(item.GetProperty("graph").GetRawText())));
        var membership = NetworkMembership.Of(graph, Settings(item.GetProperty("settings")));
        var expected = item.GetProperty("expected");
        Assert.Equal(Numbers(expected, "members"), membership.Members);
        Assert.Equal(expected.GetProperty("ties").EnumerateArray().Select(tie => (tie[0].GetInt32(), tie[1].GetInt32())), membership.Ties.Select(tie => (tie.U, tie.V)));
        Assert.All(expected.GetProperty("ties").EnumerateArray().Zip(membership.Ties), pair => Assert.Equal(pair.First[2].GetDouble(), pair.Second.Bits, tolerance: 1e-5));
        Assert.All(expected.GetProperty("bits").EnumerateArray().Zip(membership.Bits), pair => Assert.Equal(pair.First.GetDouble(), pair.Second, tolerance: 1e-5));
    }

    private static MembershipSettings Settings(JsonElement json) => new(
        json.TryGetProperty("threshold", out var threshold) ? threshold.GetDouble() : null,
        json.TryGetProperty("window", out var window) ? TimeSpan.FromSeconds(window.GetDouble()) : null,
        Numbers(json, "included").ToHashSet(), Numbers(json, "excluded").ToHashSet());

    private static IEnumerable<int> Numbers(JsonElement json, string name) =>
        json.TryGetProperty(name, out var numbers) ? numbers.EnumerateArray().Select(number => number.GetInt32()) : [];

    private static JsonElement[] Cases([CallerFilePath] string here = "") =>
        JsonSerializer.Deserialize<JsonElement[]>(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "membership-cases.json")))!;
}
