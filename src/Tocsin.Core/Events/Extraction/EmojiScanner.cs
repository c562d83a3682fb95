using System.Text;

namespace Tocsin.Core.Events.Extraction;

/// <summary>
/// Runs of three or more emoji, of at least two kinds, as one value: an unusual sequence is a signature. Spaces between
/// them and the choice of coloured or plain presentation do not matter; skin tones and joined figures do.
/// </summary>
internal static class EmojiScanner
{
    private const int Fewest = 3;
    private const int Most = 32;

    private const int Joiner = 0x200d;

    public static void Scan(TextScan scan)
    {
        var text = scan.Text.AsSpan();
        for (var i = text.IndexOfAnyInRange('\u2190', '\udfff'); i >= 0 && i < text.Length;)
        {
            i = ReadRun(text, i, scan);
            var next = i < text.Length ? text[i..].IndexOfAnyInRange('\u2190', '\udfff') : -1;
            i = next < 0 ? -1 : i + next;
        }
    }

    // Reads from here as long as there are emoji; returns where to go on, at least one unit further.
    private static int ReadRun(ReadOnlySpan<char> text, int start, TextScan scan)
    {
        var run = new StringBuilder();
        var (count, first, varied, joined) = (0, default(Rune), false, false);
        var i = start;
        while (i < text.Length && Rune.DecodeFromUtf16(text[i..], out var rune, out var used) == System.Buffers.OperationStatus.Done)
        {
            if (IsEmoji(rune.Value))
            {
                count += joined || IsTone(rune.Value) ? 0 : 1;
                first = count == 1 && first == default ? rune : first;
                varied |= rune != first;
                run.Append(rune.ToString());
            }
            else if (rune.Value == Joiner && count > 0)
            {
                run.Append((char)Joiner);
            }
            else if (!IsFiller(rune.Value) || count == 0)
            {
                break;
            }

            joined = rune.Value == Joiner;
            i += used;
        }

        if (count >= Fewest && count <= Most && varied)
            scan.Add(ObservableKind.Emoji, run.ToString());
        return Math.Max(i, start + 1);
    }

    private static bool IsFiller(int value) => value is ' ' or 0xfe0e or 0xfe0f;

    private static bool IsTone(int value) => value is >= 0x1f3fb and <= 0x1f3ff;

    // Emoji with their own pictures (emoji-data.txt, Extended_Pictographic and flags), in generous blocks.
    private static bool IsEmoji(int value) => value switch
    {
        >= 0x1f1e6 and <= 0x1faff => value is not (>= 0x1f700 and <= 0x1f7df or >= 0x1f800 and <= 0x1f8ff),
        >= 0x1f000 and <= 0x1f0ff or >= 0x1f170 and <= 0x1f19a => true,
        >= 0x2600 and <= 0x27bf => true,
        >= 0x2b00 and <= 0x2bff => value is 0x2b05 or 0x2b06 or 0x2b07 or 0x2b1b or 0x2b1c or 0x2b50 or 0x2b55,
        >= 0x2190 and <= 0x21ff => value is (>= 0x2194 and <= 0x2199) or 0x21a9 or 0x21aa,
        >= 0x2300 and <= 0x23ff => value is 0x231a or 0x231b or 0x2328 or 0x23cf or (>= 0x23e9 and <= 0x23f3) or (>= 0x23f8 and <= 0x23fa),
        >= 0x25aa and <= 0x25fe => value is 0x25aa or 0x25ab or 0x25b6 or 0x25c0 or (>= 0x25fb and <= 0x25fe),
        0x2934 or 0x2935 => true,
        _ => false,
    };
}
