using Tocsin.Core.Detection.Coordination.Coactions;
using Tocsin.Lake.Coactions;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Bench.Coactions;

/// <summary>Sorting the same four columns in DuckDB, from the file and from a table already loaded, against Tocsin's whole way:
/// reading the file, co-actions within 60 seconds, edges. Each in a process of its own.</summary>
internal static class CoactionsRun
{
    private const long Window = 60_000_000;
    private const string Columns = "object_id, account_id, content_id, timestamp_share";

    private static readonly string[] Sizes = ["100k", "1m", "10m"];

    public static int Compare(string[] args)
    {
        System.Console.WriteLine("| events | | seconds | processor s | peak MB | Tocsin takes |");
        System.Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var size in args.Length > 0 ? args : Sizes) Compare(size, SyntheticShares.File(size));
        return 0;
    }

    public static int Measure(string[] args)
    {
        (args[0] switch
        {
            "sort-file" => SortFile(args[1]),
            "sort-table" => SortTable(args[1]),
            "tocsin" => Measurement.Of(() => Tocsin(args[1])),
            var other => throw new ArgumentException($"no part {other}", nameof(args)),
        }).Print();
        return 0;
    }

    private static void Compare(string size, string file)
    {
        var sortFile = Measurement.OfChild("coactions-part", "sort-file", file);
        var sortTable = Measurement.OfChild("coactions-part", "sort-table", file);
        var tocsin = Measurement.OfChild("coactions-part", "tocsin", file);
        Print(size, "DuckDB: read and ORDER BY", sortFile, tocsin);
        Print(size, "DuckDB: ORDER BY, table loaded before", sortTable, tocsin);
        Print(size, $"Tocsin: read, co-actions, edges ({tocsin.Result})", tocsin, tocsin);
    }

    private static void Print(string size, string what, Measurement took, Measurement tocsin) => System.Console.WriteLine(
        $"| {size} | {what} | {took.Seconds:F2} | {took.ProcessorSeconds:F2} | {took.PeakMegabytes:N0} | {tocsin.Seconds / took.Seconds:F2} × |");

    private static string Tocsin(string file)
    {
        var table = ShareReader.Read(new ShareSource(file));
        var edges = PairSemantics.Edges(table.Sorted, table.Accounts.Count, new CoShareOptions(Window, MinParticipation: 2));
        return $"{PairTotals.Of(edges, table.Accounts.Count).Pairs:N0} pairs, {edges.Length:N0} edges";
    }

    private static Measurement SortFile(string file)
    {
        using var database = Open();
        using var connection = database.Connect();
        return Measurement.Of(() => Drain(connection, $"SELECT {Columns} FROM read_csv('{file}') ORDER BY object_id, timestamp_share"));
    }

    private static Measurement SortTable(string file)
    {
        using var database = Open();
        using var connection = database.Connect();
        connection.Run($"CREATE TABLE shares AS SELECT {Columns} FROM read_csv('{file}')");
        return Measurement.Of(() => Drain(connection, $"SELECT {Columns} FROM shares ORDER BY object_id, timestamp_share"));
    }

    private static Database Open() => Database.InMemory(new DatabaseOptions { AllowFiles = true, KeepOrder = false });

    private static string Drain(Connection connection, string sql)
    {
        var rows = 0L;
        using var result = connection.Query(sql);
        while (result.Read(out var chunk)) rows += chunk.Count;
        return $"{rows:N0} rows";
    }
}
