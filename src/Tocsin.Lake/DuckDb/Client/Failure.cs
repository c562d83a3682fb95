using Tocsin.Core.Events;

namespace Tocsin.Lake.DuckDb.Client;

/// <summary>Errors in three parts: what DuckDB said, the SQL at fault, and what to do.</summary>
internal static class Failure
{
    private const int LongestSql = 2_000;

    // DuckDB begins every message with its class of error.
    private static readonly (string Prefix, string Hint)[] Hints =
    [
        ("Parser Error", "Check the spelling of the SQL."),
        ("Binder Error", "Check the names and types of columns; DESCRIBE <table> lists them."),
        ("Catalog Error", "Check the names of tables and functions; SHOW ALL TABLES lists the tables."),
        ("Conversion Error", "A value does not fit the type asked for; TRY_CAST gives NULL instead."),
        ("Out of Memory Error", "Give more memory, or free space in the temporary directory."),
        ("IO Error", "Check that the file is there, readable and not in use, and that the disk is not full."),
        ("Permission Error", "SQL over the lake reads the lake only: no files, no network, no settings."),
        ("Constraint Error", "The row contradicts one that is already there."),
        ("TransactionContext Error", "An earlier statement of this transaction failed; roll it back."),
        ("INTERRUPT Error", "The query was cancelled."),
    ];

    public static LakeException Of(string what, string where) => Of(what, where, HintFor(what));

    public static LakeException Of(string what, string where, string hint) => new(Text(what, where, hint));

    public static string Text(string what, string where, string hint) =>
        $"{what.TrimEnd()}\n  where: {Shorten(where)}\n  hint:  {hint}";

    private static string HintFor(string what)
    {
        foreach (var (prefix, hint) in Hints)
        {
            if (what.Contains(prefix, StringComparison.Ordinal))
                return hint;
        }
        return "The message above is DuckDB's own; its documentation explains it.";
    }

    private static string Shorten(string sql) => sql.Length <= LongestSql ? sql.Trim() : $"{sql.AsSpan(0, LongestSql)}…";
}
