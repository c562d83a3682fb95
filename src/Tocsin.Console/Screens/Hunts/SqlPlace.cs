using System.Text.RegularExpressions;
using Tocsin.Core;
using Tocsin.Core.Events;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>Where in a query DuckDB found it wrong: it says <c>LINE 2: …</c> and puts a caret under the place.</summary>
internal static partial class SqlPlace
{
    private const string Mark = "»";

    /// <summary>DuckDB's complaint in three parts; the place stands between » and « in its line.</summary>
    public static Problem Told(LakeException trouble, string sql)
    {
        var said = trouble.Message.Split('\n', 2)[0].Trim();
        var hint = trouble.Message.Contains("Did you mean", StringComparison.Ordinal) || trouble.Message.Contains("Candidate", StringComparison.Ordinal)
            ? Guess(trouble.Message)
            : "Names of tables and columns are listed beside the editor; DESCRIBE posts shows one table.";
        return new Problem(said, Where(trouble.Message) ?? sql, hint, trouble);
    }

    /// <summary>A marked place in pieces; null when there is none.</summary>
    public static (string Before, string Wrong, string After)? In(string where) => Marked().Match(where) is { Success: true } m
        ? (m.Groups["before"].Value, m.Groups["wrong"].Value, m.Groups["after"].Value)
        : null;

    private static string? Where(string message)
    {
        if (Line().Match(message) is not { Success: true } m) return null;
        var text = m.Groups["text"].Value;
        var at = Math.Clamp(m.Groups["caret"].Length - m.Groups["head"].Length, 0, text.Length);
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_')) end++;
        if (end == at) end = Math.Min(text.Length, at + 1);
        return $"line {m.Groups["number"].Value}: {text[..at]}{Mark}{text[at..end]}«{text[end..]}";
    }

    private static string Guess(string message) => string.Join(' ', message.Split('\n').Select(line => line.Trim())
        .Where(line => line.StartsWith("Did you mean", StringComparison.Ordinal) || line.StartsWith("Candidate", StringComparison.Ordinal)));

    [GeneratedRegex(@"(?<head>LINE (?<number>\d+): )(?<text>[^\n]*)\n(?<caret>\s*)\^", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?<before>[^»]*)»(?<wrong>[^«]*)«(?<after>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}
