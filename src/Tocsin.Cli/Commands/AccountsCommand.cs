using System.CommandLine;
using Tocsin.Cli.Frame;
using Tocsin.Cli.Signals;
using Tocsin.Core;
using Tocsin.Core.Detection;

namespace Tocsin.Cli.Commands;

internal static class AccountsCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "The platform's id of the account, or its handle" };
    private static readonly Option<int> Most = new("--most") { Description = "How many to list", DefaultValueFactory = _ => 50 };

    private static readonly Option<string?> Scores = new("--scores")
    {
        Description = "Write account,score,group of every account to this file ('-' is standard output)",
        HelpName = "FILE.csv",
    };

    public static Verb Create()
    {
        var accounts = new Verb(
            "accounts",
            "Lists the accounts most strongly tied to others, with the network they belong to.",
            "tocsin accounts",
            "tocsin accounts --scores scores.csv") { Scores, Most };
        accounts.Does(call => call.Get(Scores) is { } file ? WriteScores(call, file) : List(call));
        accounts.Add(new Verb("list", "Lists the accounts, as 'accounts' alone does.", "tocsin accounts list --most 10") { Most }.Does(List));
        accounts.Add(new Verb(
            "show",
            "Shows one account: profile, activity, score, and the signals it is part of.",
            "tocsin accounts show a00012") { Id }.Does(Show));
        return accounts;
    }

    private static int List(Invocation call)
    {
        using var workspace = Workspace.Open(call);
        var top = RankedAccount.All(workspace.Lake, workspace.Scores).Take(call.Get(Most)).ToList();
        if (call.Json) call.WriteJson(top.Select(a => a.Summary));
        else AccountTable.Print(top, call.Terminal);
        return ExitCode.Done;
    }

    private static int WriteScores(Invocation call, string file)
    {
        using var workspace = Workspace.Open(call);
        var accounts = RankedAccount.All(workspace.Lake, workspace.Scores);
        using (var writer = file == "-" ? null : new StreamWriter(file))
        {
            Csv.WriteRow(writer ?? call.Out, "account", "score", "group");
            foreach (var a in accounts) Csv.WriteRow(writer ?? call.Out, a.Stored.Profile.Id, $"{a.Score:R}", a.Group);
        }
        if (file != "-") call.Say($"{Figures.Whole(accounts.Count)} accounts written to {file}");
        return ExitCode.Done;
    }

    private static int Show(Invocation call)
    {
        using var workspace = Workspace.Open(call);
        var signals = workspace.Signals.LoadSignals();
        var found = RankedAccount.All(workspace.Lake, workspace.Scores).Where(a => a.IsCalled(call.Get(Id))).ToList();
        if (found.Count == 0) throw new Problem($"no account '{call.Get(Id)}'", call.Workspace, "'tocsin accounts' lists the most conspicuous");
        var shown = found.ConvertAll(a => (Account: a, Signals: SignalsOf(a, signals)));
        if (call.Json) call.WriteJson(shown.Select(s => new { account = s.Account.Summary, signals = s.Signals.Select(SignalSummary.Of) }));
        else foreach (var (account, member) in shown) AccountPage.Print(account, member, call.Terminal);
        return ExitCode.Done;
    }

    private static List<Signal> SignalsOf(RankedAccount account, IReadOnlyList<Signal> signals) =>
        [.. signals.Where(s => s.Members.Any(m => m.Account == account.Stored.Profile.Key))];
}
