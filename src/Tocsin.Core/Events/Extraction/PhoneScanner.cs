using System.Buffers;

namespace Tocsin.Core.Events.Extraction;

/// <summary>
/// Telephone numbers in text: international ones anywhere, national ones only where the event's language tag names a region.
/// </summary>
internal static class PhoneScanner
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("+＋(0123456789");

    private static readonly SearchValues<char> Parts = SearchValues.Create("0123456789 .-()/\u00a0\u2011");

    private const int FewestFigures = 8;
    private const int LongestWritten = 28;

    public static void Scan(TextScan scan)
    {
        var text = scan.Text.AsSpan();
        var home = CallingCodes.ForLanguageTag(scan.Event.Language);
        for (var i = 0; i < text.Length && !scan.IsFull;)
        {
            var at = text[i..].IndexOfAny(Starts);
            if (at < 0)
                return;
            i += at;
            var end = Extent(text, i);
            if (end - i >= FewestFigures && end - i <= LongestWritten && IsWhole(text, i, end) && !scan.IsClaimed(i))
                Read(scan, i, end, home);
            i = Math.Max(end, i + 1);
        }
    }

    private static void Read(TextScan scan, int start, int end, NumberingPlan? home)
    {
        if (PhoneNumbers.Normalise(scan.Text.AsSpan(start, end - start), home) is not { } number)
            return;
        scan.Claim(start, end);
        scan.Add(ObservableKind.Phone, number);
    }

    private static int Extent(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        var limit = Math.Min(text.Length, start + LongestWritten + 1);
        while (end < limit && Parts.Contains(text[end]) && !IsGap(text, end))
            end++;
        while (end > start && !char.IsAsciiDigit(text[end - 1]))
            end--;
        return end;
    }

    // Two separators in a row part two things, except around brackets.
    private static bool IsGap(ReadOnlySpan<char> text, int at) =>
        text[at] is ' ' or '.' or '-' or '/' && text[at - 1] is ' ' or '.' or '-' or '/' && text[at] == text[at - 1];

    private static bool IsWhole(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1]) && text[start - 1] is not ('$' or '€' or '£' or '.' or ',' or '#' or '_'))
        && (end == text.Length || !char.IsLetterOrDigit(text[end]) && text[end] is not ('%' or '_'));
}
