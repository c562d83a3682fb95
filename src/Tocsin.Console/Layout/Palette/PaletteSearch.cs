using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Layout.Frame;
using Tocsin.Console.Layout.Reading;
using Tocsin.Console.Screens.Accounts;
using Tocsin.Console.Screens.Hunts;
using Tocsin.Console.Words;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Layout.Palette;

/// <summary>
/// Finds by a few letters: signals, accounts, saved hunts. Nothing typed: where the person was last, and what needs them most.
/// </summary>
internal sealed class PaletteSearch(IViewer viewer, SignalQueue signals, Hunts hunts, AuditLog audit, DuckDbLake lake, IStringLocalizer<Strings> words)
{
    private const int MostOfAKind = 6;
    private const int LongestQuestion = 200;

    public async Task<PaletteFinding> FindAsync(string typed, CancellationToken cancel)
    {
        var question = typed.Trim();
        if (viewer.Id is not { } person || question.Length > LongestQuestion) return new([]);
        return new(question.Length == 0
            ? [await RecentAsync(person, cancel), await SignalsAsync(words["Top of the queue"], new() { States = [SignalStatus.Open] }, cancel)]
            : [await SignalsAsync(words["Signals"], new() { Text = question, Active = null }, cancel), Accounts(question, cancel), await HuntsAsync(person, question, cancel), Search(question)]);
    }

    /// <summary>Signals that the person did something to, the last first.</summary>
    private async Task<PaletteGroup> RecentAsync(string person, CancellationToken cancel)
    {
        const string kind = "signal:";
        var done = await audit.ListAsync(new() { ActorId = person, Verb = "signal." }, limit: 40, cancel: cancel);
        var ids = done.Select(entry => entry.Subject).Where(subject => subject.StartsWith(kind, StringComparison.Ordinal)).Select(subject => subject[kind.Length..]);
        List<PaletteItem> items = [];
        foreach (var id in ids.Distinct(StringComparer.Ordinal).Take(MostOfAKind))
        {
            if (await signals.StateAsync(id, cancel) is { } signal) items.Add(Item(signal));
        }
        return new(words["Where you were"], items);
    }

    private async Task<PaletteGroup> SignalsAsync(string name, QueueFilter filter, CancellationToken cancel) =>
        new(name, [.. (await signals.ListAsync(filter, limit: MostOfAKind, cancel: cancel)).Items.Select(Item)]);

    private PaletteGroup Accounts(string question, CancellationToken cancel) =>
        new(words["Accounts"], [.. lake.Ranking.Page(question, MostOfAKind, cancel: cancel).Accounts.Select(found => found.Account.Profile).Select(profile => new PaletteItem(
            Visible.Text(profile.Handle ?? profile.Id), Visible.Text(profile.Platform), "user", AccountAddress.Of(profile.Platform, profile.Id)))]);

    private async Task<PaletteGroup> HuntsAsync(string person, string question, CancellationToken cancel) =>
        new(words["Hunts"], [.. (await hunts.ListAsync(person, cancel))
            .Where(hunt => hunt.Name.Contains(question, StringComparison.OrdinalIgnoreCase) || hunt.Query.Contains(question, StringComparison.OrdinalIgnoreCase))
            .Take(MostOfAKind)
            .Select(hunt => new PaletteItem(hunt.Name, Short(hunt.Query), "bookmark", AddressOf(hunt)))]);

    private PaletteGroup Search(string question) =>
        new(words["Search"], [new(string.Format(words["Search posts for “{0}”"], question), null, "search", HuntAddress.Page + QueryString.Create("q", question))]);

    /// <summary>A saved hunt opens as it was left: its query, and the choices it keeps as an address has them.</summary>
    private static string AddressOf(Hunt hunt) => hunt.Mode == HuntMode.Sql
        ? SqlAddress.Of(hunt.Query, hunt.Id)
        : HuntAddress.Page + new QueryString($"?saved={hunt.Id}").Add("q", hunt.Query).Add(new QueryString(hunt.View is { Length: > 1 } view ? view : "")).Value;

    private static PaletteItem Item(SignalState signal) => new(signal.Claim, signal.Id, "network", $"/signals/{signal.Id}");

    private static string Short(string query) => query.Length <= 60 ? query : query[..OutsideText.CutAt(query, 60)] + "…";
}
