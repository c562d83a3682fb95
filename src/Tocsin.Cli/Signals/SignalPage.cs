using Tocsin.Cli.Frame;
using Tocsin.Core.Assessment;
using Tocsin.Core.Detection;

namespace Tocsin.Cli.Signals;

/// <summary>One signal in full: the claim, why, what would make it innocent, who, how tied, on what evidence.</summary>
internal sealed class SignalPage(Signal signal, Terminal terminal, int most)
{
    private const int BarWidth = 20;
    private const int TextLength = 240;
    private const double Stands = 0.5;
    private readonly Page page = new(terminal);
    private readonly Dictionary<ulong, string> names = signal.Members.GroupBy(m => m.Account).ToDictionary(g => g.Key, g => NameOf(g.First()));

    /// <summary>Prints the signal, what matters most first.</summary>
    /// <param name="most">How many members, ties and pieces of evidence to print at most; the rest is counted.</param>
    public static void Print(Signal signal, Terminal terminal, int most) => new SignalPage(signal, terminal, most).Print();

    private void Print()
    {
        Claim();
        Reasons();
        Benign();
        Members();
        Ties();
        Evidence();
        Techniques();
        History();
    }

    private void Claim()
    {
        page.Heading($"{signal.Id}: {signal.Kind}, found by {signal.Detector}{(signal.Active ? "" : ", no longer active")}").Break();
        page.Prose(signal.Claim).Break();
        page.Facts(
            ("likelihood", $"{signal.Likelihood.Text()} ({signal.Likelihood.Range()})"),
            ("score", $"{signal.Score:0.0} of 100"),
            ("activity", $"{Figures.Time(signal.First)} to {Figures.Time(signal.Last)} UTC"),
            ("raised", $"{Figures.Time(signal.Raised)}, last changed {Figures.Time(signal.Updated)}"));
    }

    private void Reasons()
    {
        if (signal.Reasons.Count == 0) return;
        page.Break().Heading("Why").Table(
            [new("share", Right: true, Wrap: false), new("", Wrap: false), new("reason")],
            signal.Reasons.OrderByDescending(r => r.Share).Select(r => new[] { $"{r.Share * 100:0} %", Bar(r.Share), r.Sentence }));
    }

    private void Benign()
    {
        if (signal.Benign.Count == 0) return;
        page.Break().Heading("What would make it innocent").Table(
            [new("explanation", Wrap: false), new("verdict", Wrap: false), new("fit", Right: true, Wrap: false), new("what was checked")],
            signal.Benign.OrderByDescending(b => b.Fits).Select(b => new[]
            {
                b.Name.Replace('_', ' '), b.Fits >= Stands ? "STANDS" : "ruled out", $"{b.Fits:0.00}", b.Finding,
            }));
    }

    private void Members()
    {
        page.Break().Heading($"Accounts ({Count(signal.Members.Count)})").Table(
            [
                new("account"), new("handle"), new("platform", Wrap: false), new("role", Wrap: false),
                new("bits", Right: true, Wrap: false), new("stability", Right: true, Wrap: false),
            ],
            signal.Members.OrderByDescending(m => m.Bits).Take(most).Select(m => new[]
            {
                m.AccountId, m.Handle ?? "", m.Platform, Words.Of(m.Role), $"{m.Bits:0}", $"{m.Stability * 100:0} %",
            }));
    }

    private void Ties()
    {
        if (signal.Ties.Count == 0) return;
        page.Break().Heading($"Strongest ties ({Count(signal.Ties.Count)})").Table(
            [new("accounts"), new("bits", Right: true, Wrap: false), new("who leads"), new("together, against chance")],
            signal.Ties.Take(most).Select(t => new[]
            {
                $"{Name(t.A)}, {Name(t.B)}", $"{t.Bits:0}", Leader(t), string.Join("; ", t.Kinds.Select(Together)),
            }));
    }

    private void Evidence()
    {
        if (signal.Evidence.Count == 0) return;
        page.Break().Heading($"Evidence ({Count(signal.Evidence.Count)})");
        foreach (var e in signal.Evidence.Take(most))
        {
            page.Prose($"{Figures.Moment(e.Time)} UTC  {e.AccountId} on {e.Platform}, event {e.EventId}");
            page.Facts(
                new[] { ("  shares", Plain.Line(e.Shared, TextLength)), ("  text", Plain.Line(e.Text ?? "", TextLength)), ("  sha-256", e.Sha256) }
                    .Where(fact => fact.Item2.Length > 0));
        }
    }

    private void Techniques()
    {
        if (signal.Ttps.Count == 0) return;
        page.Break().Heading("Techniques").Table(
            [new("DISARM", Wrap: false), new("technique"), new("kill chain phase")],
            signal.Ttps.Select(t => new[] { t.Id, t.Name, t.Phase }));
    }

    private void History()
    {
        if (signal.History.Count == 0) return;
        page.Break().Heading("History").Table(
            [new("when", Wrap: false), new("what", Wrap: false), new("")],
            signal.History.Select(h => new[] { Figures.Time(h.At), h.What, h.Sentence }));
    }

    private string Count(int all) => all > most ? $"{most} of {all}" : $"{all}";

    private string Name(ulong account) => names.TryGetValue(account, out var name) ? name : $"{account:x16}";

    private static string NameOf(Member m) => m.Handle is { Length: > 0 } handle ? $"@{handle}" : m.AccountId;

    private static string Bar(double share) => new('#', (int)Math.Round(Math.Clamp(share, 0, 1) * BarWidth));

    private string Leader(Tie t) => t.Leads switch
    {
        >= 0.6 => $"{Name(t.A)} in {t.Leads * 100:0} %",
        <= 0.4 => $"{Name(t.B)} in {(1 - t.Leads) * 100:0} %",
        _ => "neither",
    };

    private static string Together(TieKind k) =>
        $"{Words.Of(k.Kind)} {k.Observed} times, {Expected(k.Expected)} by chance, {Figures.Span(k.MedianGapSeconds)} apart";

    private static string Expected(double expected) => expected < 0.01 ? "under 0.01" : $"{expected:0.##}";
}
