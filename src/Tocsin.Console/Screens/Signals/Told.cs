using Tocsin.Console.Layout.Reading;

namespace Tocsin.Console.Screens.Signals;

/// <summary>Sentences of ours that carry words from outside, and words of people: addresses defanged, hidden characters shown.</summary>
internal static class Told
{
    private const int Longest = 2000;

    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var end = OutsideText.CutAt(text, Longest);
        return Visible.Text(Defanging.Text(end < text.Length ? text[..end] + "…" : text));
    }
}
