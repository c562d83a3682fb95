using System.Diagnostics;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Bench.Large;

/// <summary>Writes a large workspace to keep, for trying things on.</summary>
internal static class LargeRun
{
    public static int Write(string[] args)
    {
        if (args.Length == 0)
        {
            System.Console.Error.WriteLine("large FOLDER [EVENTS] [ACCOUNTS]");
            return 2;
        }
        var clock = Stopwatch.StartNew();
        var (events, accounts) = (args.Length > 1 ? int.Parse(args[1]) : 5_000_000, args.Length > 2 ? int.Parse(args[2]) : 200_000);
        LargeWorkspace.Write(args[0], events, accounts);
        var size = new FileInfo(Path.Combine(args[0], DuckDbLake.FileName)).Length;
        System.Console.WriteLine($"{events:N0} events of {accounts:N0} accounts, {size >> 20:N0} MB, {clock.Elapsed.TotalSeconds:F0} s");
        return 0;
    }
}
