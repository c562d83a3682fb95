using System.CommandLine;
using Tocsin.Cli.Frame;
using Tocsin.Cli.Signals;
using Tocsin.Core;
using Tocsin.Core.Detection.Evaluation;

namespace Tocsin.Cli.Commands;

internal static class EvaluateCommand
{
    private static readonly Option<string> Labels = new("--labels")
    {
        Description = "CSV of the truth: account,label[,subtype]",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string[]> Positive = new("--positive")
    {
        Description = "Label of the accounts that should be found; may be given again",
        HelpName = "LABEL",
        DefaultValueFactory = _ => [Evaluator.DefaultPositive],
    };

    private static readonly Option<string?> Scores = new("--scores")
    {
        Description = "Judge this account,score,group file in place of the workspace",
        HelpName = "FILE",
    };

    public static Verb Create() => new Verb(
        "evaluate",
        "Measures the account scores of the last scan against labels.",
        "tocsin evaluate --labels labels.csv",
        "tocsin evaluate --labels labels.csv --positive bot --positive sockpuppet --json") { Labels, Positive, Scores }.Does(Run);

    private static int Run(Invocation call)
    {
        var labels = Read(call.Get(Labels)!, LabelsFile.Read);
        var scores = call.Get(Scores) is { } file ? Read(file, ScoresFile.Read) : OfWorkspace(call);
        var report = Evaluator.Evaluate(labels, scores, call.Get(Positive)!.ToHashSet());
        if (call.Json) EvaluationOutput.WriteJson(call, report);
        else EvaluationOutput.Print(call, report);
        return ExitCode.Done;
    }

    private static List<AccountScore> OfWorkspace(Invocation call)
    {
        using var lake = Workspace.OpenLake(call.Workspace);
        var ranked = RankedAccount.All(lake, lake.Scores);
        return ranked.Any(a => a.Score > 0)
            ? [.. ranked.Select(a => new AccountScore(a.Stored.Profile.Id, a.Score, a.Group ?? ""))]
            : throw new Problem("no account has a score", call.Workspace, "run 'tocsin scan' first; if it found nothing, there is nothing to measure");
    }

    private static IReadOnlyList<T> Read<T>(string path, Func<TextReader, string, IReadOnlyList<T>> read)
    {
        if (!File.Exists(path)) throw new Problem("the file does not exist", path, "check the path");
        using var reader = new StreamReader(path);
        return read(reader, path);
    }
}
