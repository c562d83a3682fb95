namespace Tocsin.Console.Live;

/// <summary>Gathers what came since the last time into few events.</summary>
internal static class LiveBatch
{
    private const int MostOfAType = 200;

    /// <summary>Of several changes of one thing the last is told; of very many things the last ones, and how many more there are.</summary>
    public static IReadOnlyList<LiveEvent> Gather(IEnumerable<LiveEvent> events) =>
    [
        .. events.GroupBy(e => e.Type).SelectMany(Gather).OrderBy(e => e.AuditId ?? long.MaxValue),
    ];

    private static IEnumerable<LiveEvent> Gather(IGrouping<string, LiveEvent> type)
    {
        LiveEvent[] last = [.. type.GroupBy(e => (e.Data.Id, e.For)).Select(same => same.Last())];
        if (last.Length <= MostOfAType) return last;
        var told = last[^MostOfAType..];
        told[^1] = told[^1] with { Data = told[^1].Data with { More = last.Length - MostOfAType } };
        return told;
    }
}
