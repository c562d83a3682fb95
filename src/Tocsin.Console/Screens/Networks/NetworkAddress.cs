using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Tocsin.Core.Networks;

namespace Tocsin.Console.Screens.Networks;

/// <summary>What of a network's page stands in its address, as far as the server reads it; the script's part: web/islands/network/state.ts.</summary>
/// <param name="Sort">Column of the table: bits, name, role, stability, ties, state.</param>
/// <param name="From">First row of the table shown.</param>
/// <param name="Judging">Whether the form that decides of accounts stands open.</param>
public sealed record NetworkAddress(string Id, string Tab, string Layout, double? Threshold, double? Window, string Sort, bool Rising, int From, bool Judging = false)
{
    public static readonly string[] Tabs = ["graph", "matrix", "times", "accounts"];
    public static readonly string[] Sorts = ["bits", "name", "role", "stability", "ties", "state"];

    public static NetworkAddress Of(string id, IQueryCollection query) => new(
        id, OneOf(query["tab"], Tabs), OneOf(query["layout"], ["free", "layered", "radial"]), Number(query["threshold"]), Number(query["window"]),
        OneOf(query["sort"], Sorts), query["order"] == "rising", (int)Math.Min(Number(query["from"]) ?? 0, 1_000_000), query["judge"] == "open");

    public string Path => $"/networks/{Uri.EscapeDataString(Id)}";

    public MembershipSettings Settings(IReadOnlySet<int> included, IReadOnlySet<int> excluded) =>
        new(Threshold, Window is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, 1e9)) : null, included, excluded);

    /// <summary>The page in this state.</summary>
    public string Page() => Path + Query();

    /// <summary>Another address of this network in this state: a fragment, a file.</summary>
    public string At(string below) => $"{Path}/{below}{Query()}";

    /// <summary>The table sorted by a column; a second time the other way round.</summary>
    public string SortedBy(string column) =>
        (this with { Tab = "accounts", Sort = column, Rising = Sort == column ? !Rising : column is "name" or "role" or "state", From = 0 }).Page();

    private string Query()
    {
        var query = new QueryBuilder();
        if (Tab != Tabs[0]) query.Add("tab", Tab);
        if (Layout != "free") query.Add("layout", Layout);
        if (Threshold is { } threshold) query.Add("threshold", threshold.ToString("0.##", CultureInfo.InvariantCulture));
        if (Window is { } window) query.Add("window", window.ToString("0", CultureInfo.InvariantCulture));
        if (Sort != Sorts[0]) query.Add("sort", Sort);
        if (Rising) query.Add("order", "rising");
        if (Judging) query.Add("judge", "open");
        if (From > 0) query.Add("from", From.ToString(CultureInfo.InvariantCulture));
        return query.ToString();
    }

    private static string OneOf(string? value, string[] known) => known.FirstOrDefault(name => name == value) ?? known[0];

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value >= 0 ? value : null;
}
