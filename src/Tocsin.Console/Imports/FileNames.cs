using System.Globalization;
using System.Text;

namespace Tocsin.Console.Imports;

/// <summary>Names that others gave to files.</summary>
internal static class FileNames
{
    private const int Longest = 200;
    private const string Nameless = "upload";

    /// <summary>The last part of the name, fit to be shown: no folders, no control or direction characters, not too long.</summary>
    public static string Shown(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1].Trim();
        var shown = string.Concat(last.EnumerateRunes().Where(rune => !IsUnseen(Rune.GetUnicodeCategory(rune))).Take(Longest)).Trim();
        return shown.Length == 0 ? Nameless : shown;
    }

    private static bool IsUnseen(UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
