using BenchmarkDotNet.Attributes;
using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Bench.Coactions;

/// <summary>The kernels of co-action counting over made-up shares with heavy tails: time and bytes allocated per million rows.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class CoactionBenchmarks
{
    private const int Rows = 1_000_000;
    private const int Objects = Rows / 10;
    private const int Accounts = Rows / 20;
    private const long Window = 60;
    private const long Month = 30 * 86_400;

    private ArraySegment<Share>[] blocks = [];
    private int[] rank = [];
    private Share[] sorted = [];
    private SortedShares shares = null!;
    private CoAction[] coActions = [];
    private CoAction[] work = [];

    [GlobalSetup]
    public void Make()
    {
        var random = new Random(1);
        var rows = new Share[Rows];
        for (var row = 0; row < Rows; row++)
        {
            var on = (ulong)(Objects * Math.Pow(random.NextDouble(), 4));
            rows[row] = new Share(on * 0x9E3779B97F4A7C15, random.NextInt64(Month), (ulong)row, (int)(Accounts * Math.Pow(random.NextDouble(), 3)));
        }
        (blocks, rank) = ([new(rows)], [.. Enumerable.Range(0, Accounts)]);
        sorted = ShareSort.Sort(blocks, rank);
        shares = SortedShares.From(sorted, Accounts, dropDuplicates: false, minParticipation: 1);
        var collector = new Collector(shares.Actions, []);
        SlidingWindow.Visit(shares.Actions, Window, 0, Rows, ref collector);
        coActions = [.. collector.Found.Where(pair => pair.U < 1024).Take(20_000)];
        work = new CoAction[2 * coActions.Length];
    }

    [Benchmark]
    public Share[] Sort_shares() => ShareSort.Sort(blocks, rank);

    [Benchmark]
    public long Window_pass()
    {
        var counter = new Counter();
        SlidingWindow.Visit(shares.Actions, Window, 0, Rows, ref counter);
        return counter.Pairs;
    }

    [Benchmark]
    public void Radix_sort_of_co_actions()
    {
        var half = coActions.Length;
        coActions.CopyTo(work, 0);
        CoActionSort.Sort(work.AsSpan(0, half), work.AsSpan(half), lowBitsU: 10, bitsV: 16);
    }

    [Benchmark]
    public CoShareEdge[] Edges_in_pair_semantics() => PairSemantics.Edges(sorted, Accounts, new CoShareOptions(Window, MinParticipation: 2));

    [Benchmark]
    public CoShareEdge[] Edges_in_message_semantics() => MessageSemantics.Edges(sorted, Accounts, new CoShareOptions(Window));

    private struct Counter : IPairVisitor
    {
        public long Pairs { get; private set; }

        public void Visit(int earlier, int later) => Pairs++;
    }

    private readonly struct Collector(SortedActions actions, List<CoAction> found) : IPairVisitor
    {
        public List<CoAction> Found => found;

        public void Visit(int earlier, int later) => found.Add(CoAction.Of(actions, earlier, later));
    }
}
