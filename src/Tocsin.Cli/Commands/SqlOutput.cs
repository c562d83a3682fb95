using System.Collections;
using System.Numerics;
using Tocsin.Cli.Frame;

namespace Tocsin.Cli.Commands;

/// <summary>Answers to SQL, written row by row as they come.</summary>
internal static class SqlOutput
{
    public static void WriteCsv(IReadOnlyList<string> columns, IEnumerable<object?[]> rows, TextWriter output)
    {
        Csv.WriteRow(output, columns);
        foreach (var row in rows) Csv.WriteRow(output, row.Select(Text));
    }

    /// <summary>An array of objects; a column whose name was used before gets a number: <c>n</c>, <c>n_2</c>.</summary>
    public static void WriteJson(IReadOnlyList<string> columns, IEnumerable<object?[]> rows, TextWriter output)
    {
        var names = Distinct(columns);
        var separator = "[";
        foreach (var row in rows)
        {
            output.Write(separator + "\n  " + JsonOutput.Line(Named(names, row)));
            separator = ",";
        }
        output.WriteLine(separator == "[" ? "[]" : "\n]");
    }

    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTimeOffset time => $"{time.UtcDateTime:yyyy-MM-dd HH:mm:ss.FFFFFF}",
        DateOnly date => $"{date:yyyy-MM-dd}",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IDictionary or IList => JsonOutput.Line(Readable(value)),
        _ => $"{value}",
    };

    private static Dictionary<string, object?> Named(string[] names, object?[] row)
    {
        var named = new Dictionary<string, object?>(names.Length);
        for (var i = 0; i < names.Length; i++) named.Add(names[i], Readable(row[i]));
        return named;
    }

    /// <summary>What JSON has no word for becomes text.</summary>
    private static object? Readable(object? value) => value switch
    {
        BigInteger or TimeSpan or byte[] => Text(value),
        DateTimeOffset time => time.UtcDateTime,
        IDictionary map => map.Keys.Cast<object>().ToDictionary(Text, key => Readable(map[key])),
        IList list => list.Cast<object?>().Select(Readable).ToArray(),
        _ => value,
    };

    private static string[] Distinct(IReadOnlyList<string> columns)
    {
        var seen = new HashSet<string>();
        return [.. columns.Select(name =>
        {
            var distinct = name;
            for (var n = 2; !seen.Add(distinct); n++) distinct = $"{name}_{n}";
            return distinct;
        })];
    }
}
