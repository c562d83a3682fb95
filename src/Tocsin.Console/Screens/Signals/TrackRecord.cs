using Microsoft.EntityFrameworkCore;
using Tocsin.Casework;
using Tocsin.Core.Assessment;

namespace Tocsin.Console.Screens.Signals;

/// <summary>
/// How often a detector was right, by what people decided and did not take back. A benign true positive is right: the claim
/// held. What is inconclusive or a duplicate says nothing either way.
/// </summary>
internal sealed class TrackRecord(CaseworkDatabase database)
{
    public async Task<Precision> OfAsync(string detector, CancellationToken cancel)
    {
        await using var context = database.Connect();
        var counts = await context.Signals.AsNoTracking().Where(signal => signal.Detector == detector && signal.LastDisposition != null)
            .GroupBy(signal => signal.LastDisposition!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var right = counts.GetValueOrDefault(DispositionKind.TruePositive) + counts.GetValueOrDefault(DispositionKind.BenignTruePositive);
        return new(right, right + counts.GetValueOrDefault(DispositionKind.FalsePositive));
    }
}
