namespace Tocsin.Console.Words;

/// <summary>
/// For texts that code writes and a page shows: <c>L["text"]</c> (with <c>using static</c>) is the text itself, and has it
/// collected into Strings.resx; the page translates it.
/// </summary>
internal sealed class Marked
{
    public static Marked L { get; } = new();

    public string this[string text] => text;
}
