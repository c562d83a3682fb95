using System.Text;
using Tocsin.Core;

namespace Tocsin.Casework;

/// <summary>Checks what people type before it is kept.</summary>
internal static class Given
{
    public const int LongestText = 10_000;

    /// <summary>The text without blanks around it, in Unicode's normal form C.</summary>
    /// <exception cref="Problem">It is empty or too long.</exception>
    public static string Text(string what, string? text, int longest)
    {
        var given = StorableText.Of(text ?? "").Trim().Normalize(NormalizationForm.FormC);
        if (given.Length == 0) throw new Problem($"the {what} is missing", what, "write one");
        if (given.Length > longest) throw new Problem($"the {what} has {given.Length:N0} characters", what, $"write at most {longest:N0}");
        return given;
    }

    /// <summary>The beginning of a text, never half a surrogate pair.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1), "…");
}
