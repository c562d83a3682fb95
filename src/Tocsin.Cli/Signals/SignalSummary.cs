using Tocsin.Core.Assessment;
using Tocsin.Core.Detection;

namespace Tocsin.Cli.Signals;

/// <summary>A signal as scripts get it in lists; <c>signals show ID --json</c> gives the whole.</summary>
internal sealed record SignalSummary(
    string Id, string Kind, string Detector, double Score, string Likelihood, string Claim, IReadOnlyList<string> Accounts, bool Active)
{
    public static SignalSummary Of(Signal s) =>
        new(s.Id, s.Kind, s.Detector, s.Score, s.Likelihood.Text(), s.Claim, [.. s.Members.Select(m => m.AccountId)], s.Active);
}
