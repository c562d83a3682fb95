using System.IO.Hashing;
using System.Runtime.InteropServices;
using Tocsin.Core.Events.Text;

namespace Tocsin.Core.Events.Extraction;

/// <summary>
/// A 64-bit fingerprint (XXH3, 16 hexadecimal figures) of what a text says: folded, letters and figures only.
/// </summary>
/// <remarks>
/// A post's fingerprint leaves out links and handles, which senders vary, and exists only when enough words are left to
/// mean something: two people may both write "good morning". A repost says nothing of its own, so it carries no
/// <see cref="ObservableKind.Text"/>; where its source does not name the original, the fingerprint of the whole text, links and
/// all, stands in as <see cref="ObservableKind.RepostTarget"/> ("text:…"), with "RT @name:" taken off (<see cref="RepostMark"/>).
/// </remarks>
internal static class TextFingerprint
{
    // In letters; an ideograph or a Korean syllable says about as much as three and two.
    private const int EnoughForPost = 20;
    private const int EnoughForRepost = 5;

    public static void Add(TextScan scan, TextBuffer buffer)
    {
        var text = scan.Text;
        if (text.Length == 0)
            return;
        var reposted = RepostMark.Original(text);
        if (scan.Event.Kind != EventKind.Repost && reposted.IsEmpty)
            AddIfEnough(ObservableKind.Text, "", scan.Words(buffer), EnoughForPost, scan, buffer);
        else if (scan.Event.TargetId is not { Length: > 0 })
            AddIfEnough(ObservableKind.RepostTarget, "text:", reposted.IsEmpty ? text : reposted, EnoughForRepost, scan, buffer);
    }

    private static void AddIfEnough(
        ObservableKind kind, string prefix, ReadOnlySpan<char> text, int enough, TextScan scan, TextBuffer buffer)
    {
        var folded = TextFolding.FoldInPlace(text);
        buffer.Clear();
        var weight = 0;
        foreach (var c in folded)
        {
            if (!CharKinds.IsWordPart(c))
                continue;
            buffer.Append(c);
            weight += Weight(c);
        }

        if (weight >= enough)
            scan.Add(kind, $"{prefix}{XxHash3.HashToUInt64(MemoryMarshal.AsBytes(buffer.Written)):x16}");
    }

    private static int Weight(char c) => c switch
    {
        < '\u2e80' => char.IsLetter(c) ? 1 : 0,
        >= '\uac00' and <= '\ud7a3' => 2,
        _ => 3,
    };
}
