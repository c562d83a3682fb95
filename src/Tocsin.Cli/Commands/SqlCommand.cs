using System.CommandLine;
using Tocsin.Cli.Frame;

namespace Tocsin.Cli.Commands;

internal static class SqlCommand
{
    private const int MostRowsInTable = 500;
    private const int LongestCell = 200;

    private static readonly Argument<string> Query = new("QUERY") { Description = "One statement that reads; '-' takes it from standard input" };
    private static readonly Option<bool> AsCsv = new("--csv") { Description = "Print CSV" };

    public static Verb Create() => new Verb(
        "sql",
        "Runs a reading query (DuckDB SQL) over the events, accounts and observables of the workspace.",
        "tocsin sql \"SHOW TABLES\"",
        "tocsin sql \"SELECT value, count(*) AS n FROM shared WHERE kind = 'Url' GROUP BY 1 ORDER BY n\"",
        "tocsin sql \"SELECT * FROM posts\" --csv > posts.csv")
    {
        Query, AsCsv,
    }.Does(Run);

    private static int Run(Invocation call)
    {
        if (call.Json && call.Get(AsCsv)) throw new WrongUse("--json and --csv exclude each other", "tocsin sql", "choose one");
        var query = call.Get(Query);
        using var lake = Workspace.OpenLake(call.Workspace);
        using var result = lake.Query(query == "-" ? call.Terminal.In.ReadToEnd() : query, call.Cancel);
        if (call.Json) SqlOutput.WriteJson(result.Columns, result.Rows(), call.Out);
        else if (call.Get(AsCsv)) SqlOutput.WriteCsv(result.Columns, result.Rows(), call.Out);
        else PrintTable(call, result.Columns, result.Rows());
        return ExitCode.Done;
    }

    private static void PrintTable(Invocation call, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        using var row = rows.GetEnumerator();
        var shown = new List<string[]>();
        while (shown.Count < MostRowsInTable && row.MoveNext())
            shown.Add([.. row.Current.Select(value => Plain.Line(SqlOutput.Text(value), LongestCell))]);
        new Page(call.Terminal).Table([.. columns.Select(name => new Column(name))], shown);
        if (row.MoveNext()) call.Say($"The first {MostRowsInTable} rows; --csv or --json prints all.");
    }
}
