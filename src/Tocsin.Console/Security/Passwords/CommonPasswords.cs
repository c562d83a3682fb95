using System.Text;

namespace Tocsin.Console.Security.Passwords;

/// <summary>
/// Whether a password is one that guessers try first. The list holds words, not passwords: what people do to a word to reach
/// a length (digits and signs around it, digits for letters, the word twice, a run of keys) is undone before looking.
/// </summary>
internal static class CommonPasswords
{
    private const string Runs = "abcdefghijklmnopqrstuvwxyz 01234567890123456789 qwertyuiop qwertzuiop azertyuiop asdfghjkl zxcvbnm qazwsxedcrfvtgbyhnujm 1qaz2wsx3edc4rfv5tgb";
    private const int ShortestRun = 4;

    /// <summary>What must be left when the guessable parts are gone: letters; a digit or sign counts half, as they are what people add.</summary>
    private const int LeastRest = 4;

    private static readonly string[] Words = Read();

    /// <summary>Whether too little is left of a password when its guessable parts are taken out.</summary>
    /// <param name="alsoGuessable">What a guesser would know: the person's name, the product's.</param>
    public static bool Contains(string password, IReadOnlyList<string> alsoGuessable)
    {
        var lower = password.ToLowerInvariant();
        return IsThin(lower, alsoGuessable) || IsThin(WithLetters(lower), alsoGuessable);
    }

    private static bool IsThin(string text, IReadOnlyList<string> alsoGuessable)
    {
        if (text.Distinct().Count() < 5) return true;
        foreach (var word in alsoGuessable) text = Without(text, word.ToLowerInvariant());
        foreach (var word in Words) text = Without(text, word);
        return Weight(WithoutRuns(text)) < LeastRest;
    }

    private static string Without(string text, string word) => word.Length < 3 ? text : text.Replace(word, " ", StringComparison.Ordinal);

    private static double Weight(string text) => text.Sum(c => char.IsLetter(c) || c > 127 ? 1 : char.IsWhiteSpace(c) ? 0 : 0.5);

    private static string WithoutRuns(string text)
    {
        var rest = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var run = RunAt(text, i);
            if (run >= ShortestRun)
            {
                i += run;
                continue;
            }
            rest.Append(text[i++]);
        }
        return rest.ToString();
    }

    private static int RunAt(string text, int start)
    {
        var length = 1;
        while (start + length < text.Length && IsRun(text.AsSpan(start, length + 1))) length++;
        return length;
    }

    private static bool IsRun(ReadOnlySpan<char> part)
    {
        Span<char> backwards = stackalloc char[part.Length];
        part.CopyTo(backwards);
        backwards.Reverse();
        return Runs.AsSpan().Contains(part, StringComparison.Ordinal) || Runs.AsSpan().Contains(backwards, StringComparison.Ordinal) || !part.ContainsAnyExcept(part[0]);
    }

    private static string WithLetters(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = from[i] switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', var c => c };
    });

    private static string[] Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("Tocsin.Console.Security.Passwords.common-words.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length)];
    }
}
