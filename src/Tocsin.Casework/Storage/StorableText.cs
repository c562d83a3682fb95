using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Tocsin.Casework;

/// <summary>
/// Text from outside can hold what databases cannot: PostgreSQL refuses U+0000, and neither keeps half a surrogate pair.
/// Both become U+FFFD, on every database alike, in what is stored and in what is looked for.
/// </summary>
internal sealed class StorableText() : ValueConverter<string, string>(text => Of(text), text => text)
{
    private const char Replacement = '\uFFFD';

    public static string Of(string text)
    {
        if (IsStorable(text)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())   // yields U+FFFD for a lone surrogate
        {
            if (rune.Value == 0) clean.Append(Replacement);
            else clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    private static bool IsStorable(string text)
    {
        if (text.Contains('\0')) return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
