using Tocsin.Cli.Frame;

namespace Tocsin.Cli.Signals;

/// <summary>Accounts as a ranked table.</summary>
internal static class AccountTable
{
    private static readonly Column[] Columns =
    [
        new("#", Right: true, Wrap: false), new("account"), new("handle"), new("platform", Wrap: false),
        new("score", Right: true, Wrap: false), new("network", Wrap: false), new("events", Right: true, Wrap: false), new("last seen", Wrap: false),
    ];

    public static void Print(IReadOnlyList<RankedAccount> accounts, Terminal terminal) =>
        new Page(terminal).Table(Columns, accounts.Select(Row));

    private static string[] Row(RankedAccount a, int index) =>
    [
        $"{index + 1}", a.Stored.Profile.Id, a.Stored.Profile.Handle ?? "", a.Stored.Profile.Platform,
        $"{a.Score:0.0}", a.Group ?? "", Figures.Whole(a.Stored.Events), Figures.Time(a.Stored.Last),
    ];
}
