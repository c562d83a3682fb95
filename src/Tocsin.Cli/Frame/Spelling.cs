namespace Tocsin.Cli.Frame;

/// <summary>Finds the word somebody meant.</summary>
internal static class Spelling
{
    /// <summary>The nearest of <paramref name="words"/>, or null when none is within a third of the length (at least 2 edits).</summary>
    public static string? Nearest(string word, IEnumerable<string> words)
    {
        var (nearest, best) = ((string?)null, Math.Max(2, word.Length / 3) + 1);
        foreach (var candidate in words)
        {
            var distance = candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? 1 : Distance(word, candidate);
            if (distance < best) (nearest, best) = (candidate, distance);
        }
        return nearest;
    }

    /// <summary>Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours (Damerau 1964).</summary>
    internal static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
