using System.IO.Compression;
using System.Text.Json;
using Tocsin.Console.Layout.Reading;
using Tocsin.Core.Events;
using Tocsin.Lake.Acts;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Screens.Networks;

/// <summary>
/// Joint acts as the island reads them (web/islands/network/acts.ts): values that accounts share, and who acted on which when, in
/// columns. Texts stand for their clusters; addresses are defanged; long values are cut.
/// </summary>
/// <param name="First">Seconds since 1970; times count from it.</param>
/// <param name="LeftOut">Acts that are not listed.</param>
internal sealed record ActColumns(
    long First, long Last, IReadOnlyList<string> Accounts, IReadOnlyList<SharedValue> Values, IReadOnlyList<int> Account, IReadOnlyList<int> Value,
    IReadOnlyList<int> Time, int LeftOut)
{
    private const int MostValues = 400;
    private const int MostActs = 40_000;
    private const int Longest = 200;

    private static readonly ObservableKind[] Posts = [ObservableKind.ReplyTarget, ObservableKind.RepostTarget, ObservableKind.QuoteTarget];

    public static ActColumns Of(DuckDbLake lake, IReadOnlyCollection<ulong> accounts, TimeRange range, CancellationToken cancel)
    {
        var joint = WithoutTwins(JointActs.Of(lake, accounts, range, MostValues, MostActs, cancel));
        var (first, last) = (joint.Acts.Count == 0 ? 0 : joint.Acts[0].Time.ToUnixTimeSeconds(), joint.Acts.Count == 0 ? 0 : joint.Acts[^1].Time.ToUnixTimeSeconds());
        return new(
            first, last, [.. joint.Accounts.Select(account => $"{account}")], Told(lake, joint),
            [.. joint.Acts.Select(act => act.Account)], [.. joint.Acts.Select(act => act.Value)],
            [.. joint.Acts.Select(act => (int)(act.Time.ToUnixTimeSeconds() - first))], joint.ActsInAll - joint.Acts.Count);
    }

    /// <summary>As JSON, compressed with Brotli.</summary>
    public byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) JsonSerializer.Serialize(brotli, this, JsonSerializerOptions.Web);
        return packed.ToArray();
    }

    /// <summary>Equal texts are nearly equal too: where both kinds are there, the narrower says nothing more.</summary>
    private static JointActs WithoutTwins(JointActs joint)
    {
        if (joint.Values.All(value => value.Kind != ObservableKind.NearText)) return joint;
        int[] kept = [.. Enumerable.Range(0, joint.Values.Count).Where(i => joint.Values[i].Kind != ObservableKind.Text)];
        var place = kept.Select((was, now) => (was, now)).ToDictionary();
        return joint with
        {
            Values = [.. kept.Select(i => joint.Values[i])],
            Acts = [.. joint.Acts.Where(act => place.ContainsKey(act.Value)).Select(act => act with { Value = place[act.Value] })],
        };
    }

    /// <summary>A cluster of texts is told by one of them, a post by what it says where the lake knows it, all else by its value.</summary>
    private static IReadOnlyList<SharedValue> Told(DuckDbLake lake, JointActs joint)
    {
        var events = new Dictionary<int, ulong>();
        foreach (var act in joint.Acts.Where(act => joint.Values[act.Value].Kind is ObservableKind.NearText or ObservableKind.Text)) events.TryAdd(act.Value, act.Event);
        for (var i = 0; i < joint.Values.Count; i++)
        {
            if (Posts.Contains(joint.Values[i].Kind) && joint.Values[i].Value.Split(':', 2) is [var platform, var id]) events[i] = Keys.Of(platform, id);
        }
        var known = lake.ReadEvents(events.Values.ToHashSet());
        return [.. joint.Values.Select((value, i) => new SharedValue(
            JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value.Kind}"),
            Cut(events.TryGetValue(i, out var sample) && known.GetValueOrDefault(sample)?.Text is { } text ? text : value.Value)))];
    }

    private static string Cut(string text) => Defanging.Text(text[..OutsideText.CutAt(text, Longest)]);
}

internal sealed record SharedValue(string Kind, string Text);
