using Tocsin.Cli.Frame;
using Tocsin.Core.Detection.Evaluation;

namespace Tocsin.Cli.Commands;

/// <summary>Detection quality for scripts and for people.</summary>
internal static class EvaluationOutput
{
    public static void WriteJson(Invocation call, EvaluationReport r) => call.WriteJson(new
    {
        r.Accounts,
        r.Positives,
        r.AveragePrecision,
        r.Auc,
        best_f1 = r.BestF1.F1,
        best_f1_at = new { r.BestF1.Threshold, r.BestF1.Precision, r.BestF1.Recall },
        r.PrecisionAt,
        r.BySubtype,
        r.GroupPurity,
        r.Groups,
        r.Controls,
        r.Scored,
        r.Unlabelled,
    });

    public static void Print(Invocation call, EvaluationReport r)
    {
        var page = new Page(call.Terminal);
        page.Heading("All accounts").Facts(
            ("labelled", $"{Figures.Whole(r.Accounts)}, of which {Figures.Whole(r.Positives)} positive ({(double)r.Positives / r.Accounts:P1})"),
            ("scored above 0", Figures.Whole(r.Scored)),
            ("average precision", $"{r.AveragePrecision:0.000}"),
            ("AUC", $"{r.Auc:0.000}"),
            ("best F1", $"{r.BestF1.F1:0.000} (precision {r.BestF1.Precision:0.000}, recall {r.BestF1.Recall:0.000}, at score {r.BestF1.Threshold:0.0})"),
            ("precision at k", string.Join(", ", r.PrecisionAt.OrderBy(p => p.Key).Select(p => $"{p.Value:0.00} at {p.Key}"))));
        page.Break().Heading("Positives by subtype").Table(
            [new("subtype"), Number("accounts"), Number("average precision"), Number("recall")],
            r.BySubtype.OrderByDescending(s => s.Value.Accounts)
                .Select(s => new[] { s.Key, $"{s.Value.Accounts}", $"{s.Value.AveragePrecision:0.000}", $"{s.Value.Recall:0.000}" }));
        page.Break().Heading("Controls by subtype").Table(
            [new("subtype"), Number("accounts"), Number("wrongly in a network")],
            r.Controls.OrderByDescending(c => c.Value.InNetworks).Select(c => new[] { c.Key, $"{c.Value.Accounts}", $"{c.Value.InNetworks}" }));
        if (r.GroupPurity is not { } purity) return;
        page.Break().Heading($"Networks: {purity:P1} of their labelled members are positive").Table(
            [new("network"), Number("labelled"), Number("positive"), Number("purity")],
            r.Groups.Select(g => new[] { g.Group, $"{g.Labelled}", $"{g.Positives}", $"{g.Purity:0.00}" }));
    }

    private static Column Number(string title) => new(title, Right: true, Wrap: false);
}
