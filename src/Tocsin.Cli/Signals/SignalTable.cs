using Tocsin.Cli.Frame;
using Tocsin.Core.Assessment;
using Tocsin.Core.Detection;

namespace Tocsin.Cli.Signals;

/// <summary>Signals as a ranked table: what <c>signals</c>, <c>demo</c> and <c>analyze</c> print.</summary>
internal static class SignalTable
{
    private static readonly Column[] Columns =
    [
        new("#", Right: true, Wrap: false), new("signal", Wrap: false), new("score", Right: true, Wrap: false),
        new("likelihood", Wrap: false), new("accounts", Right: true, Wrap: false), new("claim"),
    ];

    public static void Print(IReadOnlyList<Signal> signals, Terminal terminal) =>
        new Page(terminal).Table(Columns, signals.Select(Row));

    private static string[] Row(Signal signal, int index) =>
    [
        $"{index + 1}", signal.Id, $"{signal.Score:0.0}", signal.Likelihood.Text(), $"{signal.Members.Count}",
        signal.Active ? signal.Claim : $"{signal.Claim} (no longer active)",
    ];
}
