using System.CommandLine;
using Tocsin.Cli.Frame;
using Tocsin.Cli.Signals;
using Tocsin.Core;
using Tocsin.Core.Detection;

namespace Tocsin.Cli.Commands;

internal static class SignalsCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "The signal's id, as the list shows it" };
    private static readonly Argument<string[]> Ids = new("ID") { Description = "The signals to export; all when none is named", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> All = new("--all") { Description = "Also those no longer active" };
    private static readonly Option<int> Most = new("--most") { Description = "Members, ties and pieces of evidence to show at most", DefaultValueFactory = _ => 20 };

    private static readonly Option<string?> To = new("--to")
    {
        Description = "Write to this file: .csv gives one row per member, all else JSON with everything known",
        HelpName = "FILE",
    };

    public static Verb Create()
    {
        var signals = new Verb("signals", "Lists the signals of the workspace, the most urgent first.", "tocsin signals", "tocsin signals --all --json") { All };
        signals.Does(List);
        signals.Add(new Verb("list", "Lists the signals, as 'signals' alone does.", "tocsin signals list") { All }.Does(List));
        signals.Add(new Verb(
            "show",
            "Explains one signal: claim, reasons, innocent explanations tested, accounts, ties, evidence.",
            "tocsin signals show N-7F3K2") { Id, Most }.Does(Show));
        signals.Add(new Verb(
            "export",
            "Writes signals whole, for a case file or another tool.",
            "tocsin signals export N-7F3K2 > evidence.json",
            "tocsin signals export --to members.csv") { Ids, To }.Does(Export));
        return signals;
    }

    private static int List(Invocation call)
    {
        using var workspace = Workspace.Open(call);
        var signals = workspace.Signals.LoadSignals().Where(s => s.Active || call.Get(All)).ToList();
        if (call.Json) call.WriteJson(signals.Select(SignalSummary.Of));
        else if (signals.Count > 0) SignalTable.Print(signals, call.Terminal);
        else call.Say("No signals. 'tocsin scan' looks for some.");
        return ExitCode.Done;
    }

    private static int Show(Invocation call)
    {
        using var workspace = Workspace.Open(call);
        var signal = Find(workspace.Signals.LoadSignals(), call.Get(Id), call.Workspace);
        if (call.Json) call.WriteJson(signal);
        else SignalPage.Print(signal, call.Terminal, call.Get(Most));
        return ExitCode.Done;
    }

    private static int Export(Invocation call)
    {
        using var workspace = Workspace.Open(call);
        var signals = workspace.Signals.LoadSignals();
        var chosen = call.Get(Ids) is { Length: > 0 } ids ? [.. ids.Select(id => Find(signals, id, call.Workspace))] : signals;
        var file = call.Get(To);
        using var writer = file is null ? null : new StreamWriter(file);
        if (file?.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) == true) WriteMembers(chosen, writer!);
        else (writer ?? call.Out).WriteLine(JsonOutput.Of(chosen));
        if (file is not null) call.Say($"{chosen.Count} signals written to {file}");
        return ExitCode.Done;
    }

    private static void WriteMembers(IReadOnlyList<Signal> signals, TextWriter writer)
    {
        Csv.WriteRow(writer, "signal", "platform", "account", "handle", "role", "bits", "stability");
        foreach (var signal in signals)
            foreach (var m in signal.Members)
                Csv.WriteRow(writer, signal.Id, m.Platform, m.AccountId, m.Handle, Words.Of(m.Role), $"{m.Bits:0.###}", $"{m.Stability:0.###}");
    }

    private static Signal Find(IReadOnlyList<Signal> signals, string id, string workspace) =>
        signals.FirstOrDefault(s => s.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
        ?? throw new Problem($"no signal '{id}'", workspace, Spelling.Nearest(id, signals.Select(s => s.Id)) is { } nearest
            ? $"did you mean {nearest}? 'tocsin signals' lists all"
            : "'tocsin signals' lists all");
}
