using Tocsin.Core.Events;
using Tocsin.Core.Simulation;

namespace Tocsin.Bench.Large;

/// <summary>An account of the large workspace: always the same for its number and the seed.</summary>
internal sealed record Citizen(AccountProfile Profile, Tongue Tongue, int UtcOffset, string? Device, string? Ip)
{
    private static readonly (string Name, double Share)[] Platforms =
        [("x", 0.45), ("bluesky", 0.15), ("reddit", 0.15), ("telegram", 0.15), ("forum", 0.10)];

    // Relative activity by local hour: a trough before dawn, the peak in the evening.
    private static readonly double[] Day =
        [3.0, 1.6, 0.9, 0.6, 0.6, 1.0, 2.2, 4.0, 4.8, 4.6, 4.6, 4.9, 5.8, 5.4, 4.7, 4.6, 4.9, 5.6, 6.4, 7.3, 8.2, 8.4, 7.0, 4.9];

    public static Citizen Of(int number, ulong seed)
    {
        var chance = new Chance(seed ^ ((ulong)(number + 1) * 0x9E3779B97F4A7C15));
        var platform = Drawn(Platforms, p => p.Share, chance).Name;
        var tongue = Drawn(Tongue.All, t => t.Share, chance);
        var handle = $"{tongue.Word(chance.Below(20_000))}_{number:x}";
        var profile = new AccountProfile
        {
            Platform = platform,
            Id = $"u{number:D7}",
            Handle = handle,
            DisplayName = $"{tongue.Word(chance.Below(20_000))} {tongue.Word(chance.Below(20_000))}",
            Bio = chance.Below(3) == 0 ? $"{tongue.Word(chance.Below(5_000))}, {tongue.Word(chance.Below(5_000))}" : null,
            CreatedAt = LargeWorkspace.Start.AddDays(-chance.Between(1, 4_000)),
            Followers = (long)chance.LogNormal(180, 1.8),
            Following = (long)chance.LogNormal(250, 1.2),
        };
        var knowsMore = platform == "forum";
        return new Citizen(
            profile, tongue, chance.Pick(tongue.Offsets),
            knowsMore ? $"device-{number:x6}" : null, knowsMore ? $"10.{number >> 14 & 255}.{number >> 6 & 255}.{number & 63}" : null);
    }

    /// <summary>How likely this account is to be looking at this time, relative to its best hour.</summary>
    public double Awake(DateTimeOffset time) => Day[time.AddHours(UtcOffset).Hour] / 8.4;

    private static T Drawn<T>(IReadOnlyList<T> items, Func<T, double> share, Chance chance)
    {
        var left = chance.Unit();
        foreach (var item in items)
        {
            if ((left -= share(item)) < 0)
                return item;
        }
        return items[^1];
    }
}
