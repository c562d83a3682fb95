using Tocsin.Console.Layout.Reading;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Persons;

/// <summary>Names as others read them.</summary>
internal static class DisplayNames
{
    public const int MaxLength = 80;

    /// <summary>A name as pages show it, whatever was kept: short, and with what would hide or reorder made visible.</summary>
    public static string Shown(string name) => Visible.Text(name.Length <= MaxLength ? name : name[..MaxLength] + "…");

    /// <summary>What is wrong with it, in words for the person; null when nothing is.</summary>
    public static string? Check(string name) => name.Length switch
    {
        0 => L["Give a name that others will see."],
        > MaxLength => L["A name has at most 80 characters."],
        _ => name.Any(Visible.Hides) || name.Any(char.IsControl) ? L["A name holds no control characters."] : null,
    };
}
