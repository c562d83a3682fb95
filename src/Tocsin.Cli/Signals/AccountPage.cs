using Tocsin.Cli.Frame;
using Tocsin.Core.Detection;

namespace Tocsin.Cli.Signals;

/// <summary>One account: who it says it is, what it did, which signals it is part of.</summary>
internal static class AccountPage
{
    public static void Print(RankedAccount account, IReadOnlyList<Signal> signals, Terminal terminal)
    {
        var profile = account.Stored.Profile;
        var page = new Page(terminal).Heading($"{profile.Id} on {profile.Platform}").Break();
        page.Facts(new (string Label, string? Text)[]
        {
            ("handle", profile.Handle),
            ("name", profile.DisplayName),
            ("bio", profile.Bio),
            ("created", profile.CreatedAt is { } created ? Figures.Time(created) : null),
            ("followers", profile.Followers is { } followers ? Figures.Whole(followers) : null),
            ("follows", profile.Following is { } following ? Figures.Whole(following) : null),
            ("activity", $"{Figures.Whole(account.Stored.Events)} events from {Figures.Time(account.Stored.First)} to {Figures.Time(account.Stored.Last)} UTC"),
            ("score", $"{account.Score:0.0}"),
            ("network", account.Group),
        }.Where(fact => fact.Text is { Length: > 0 }).Select(fact => (fact.Label, fact.Text!)));
        if (signals.Count == 0) return;
        page.Break().Heading("Signals it is part of");
        SignalTable.Print(signals, terminal);
        page.Break();
    }
}
