using Tocsin.Core.Assessment;
using Tocsin.Core.Detection;

namespace Tocsin.Casework;

/// <summary>What the queue shows, sorts and looks for, from a signal.</summary>
internal static class SignalColumns
{
    private const int LongestClaim = 1000;
    private const int LongestWords = 4000;

    public static SignalRow New(Signal signal)
    {
        var row = new SignalRow { Id = signal.Id, Kind = signal.Kind, Detector = signal.Detector, Claim = "", Platforms = "", Kinds = "" };
        Update(row, signal);
        return row;
    }

    /// <summary>Takes over what a scan found; what people did to the signal stays.</summary>
    public static void Update(SignalRow row, Signal signal)
    {
        row.Kind = signal.Kind;
        row.Detector = signal.Detector;
        row.Score = signal.Score;
        row.Probability = signal.Probability;
        row.Likelihood = signal.Likelihood;
        row.Severity = SeverityScale.Of(signal.Score, signal.Probability);
        row.Claim = Cut(signal.Claim, LongestClaim);
        row.Accounts = signal.Members.Count;
        row.Platforms = NameList.Join(signal.Members.Select(member => member.Platform));
        row.Kinds = NameList.Join(signal.Ties.SelectMany(tie => tie.Kinds).Select(tie => tie.Kind.ToString().ToLowerInvariant()));
        (row.First, row.Last) = (signal.First, signal.Last);
        (row.Raised, row.Updated) = (signal.Raised, signal.Updated);
        row.Active = signal.Active;
    }

    /// <summary>Id, claim, members and shared values, folded for search; of a large network only as much as fits.</summary>
    public static string Words(Signal signal)
    {
        var parts = signal.Members.Select(member => member.Handle ?? member.AccountId)
            .Concat(signal.Evidence.Select(evidence => evidence.Shared).Distinct())
            .Concat(signal.Members.Select(member => member.AccountId));
        var words = new System.Text.StringBuilder($"{signal.Id}\n{Cut(signal.Claim, LongestClaim)}");
        foreach (var part in parts)
        {
            if (words.Length >= LongestWords) break;
            words.Append('\n').Append(Cut(part, 200));
        }
        return Fold(words.ToString());
    }

    public static string Fold(string text) => text.ToLowerInvariant();

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
