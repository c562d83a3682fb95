namespace Tocsin.Casework;

/// <summary>
/// Short names in one column, each between line feeds, so that one of them is found by <c>LIKE</c>. Bounded, because names
/// come from outside and the column is indexed.
/// </summary>
internal static class NameList
{
    private const char Separator = '\n';
    private const int MostNames = 12;
    private const int LongestName = 40;

    public static string Join(IEnumerable<string> names)
    {
        var clean = names.Select(Clean).Distinct().Order(StringComparer.Ordinal).Take(MostNames).ToArray();
        return clean.Length == 0 ? "" : $"{Separator}{string.Join(Separator, clean)}{Separator}";
    }

    public static string[] Split(string list) => list.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The pattern that a list with this name matches, <c>\</c> escaping.</summary>
    public static string Pattern(string name) => $"%{Separator}{Like.Escape(Clean(name))}{Separator}%";

    private static string Clean(string name) => (name.Length > LongestName ? name[..LongestName] : name).ReplaceLineEndings(" ");
}

internal static class Like
{
    public const string EscapeCharacter = "\\";

    public static string Escape(string text) => text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_");
}
