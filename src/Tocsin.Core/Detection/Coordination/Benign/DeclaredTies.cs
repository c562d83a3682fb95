using System.Text.RegularExpressions;
using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.Coordination.Benign;

/// <summary>Words by which members say in their profiles what they push: a word of the bio or name that is also part of
/// what they share, such as the domain of their newspaper or the name of their idol.</summary>
internal static partial class DeclaredTies
{
    private const int MinLetters = 5;
    private const int MostCommon = 40;

    /// <summary>The word most members declare among the values of these kinds, and the share of members with a profile
    /// text that do. Null word when profiles carry no text or nothing fits.</summary>
    public static (string? Word, double Share, int WithText) Find(NetworkCase network, IReadOnlySet<ObservableKind> kinds)
    {
        var shared = network.Acts.AllTop.Where(value => kinds.Contains(value.Kind)).OrderByDescending(value => value.Members.Length)
            .Take(MostCommon).Select(network.Text).OfType<string>().Select(text => text.ToLowerInvariant()).ToArray();
        var profiles = network.Members.Select(WordsOf).Where(words => words.Count > 0).ToArray();
        if (profiles.Length == 0) return (null, 0, 0);
        var best = profiles.SelectMany(words => words).Where(word => shared.Any(value => value.Contains(word, StringComparison.Ordinal)))
            .GroupBy(word => word).MaxBy(group => group.Count());
        return best is null ? (null, 0, profiles.Length) : (best.Key, best.Count() / (double)network.Size, profiles.Length);
    }

    private static HashSet<string> WordsOf(StoredAccount account)
    {
        var text = $"{account.Profile.Bio} {account.Profile.DisplayName}".ToLowerInvariant();
        return [.. Word().Matches(text).Select(match => match.Value.Trim('.', '-', '_'))
            .Where(word => word.Length >= MinLetters || word.Any(c => c > 0x2E80 && word.Length >= 2))];
    }

    [GeneratedRegex(@"[\p{L}\p{N}_.\-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
