using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation;

/// <summary>A newspaper with its account.</summary>
internal sealed record Outlet(string Name, string Domain, Person Account);

/// <summary>Something published at an address that others can share.</summary>
internal sealed record Article(Outlet Outlet, DateTimeOffset Time, Topic Topic, string Headline, string Url)
{
    /// <summary>What the share button puts into a post.</summary>
    public string ShareText => $"{Headline} {Url}";
}

/// <summary>What the newspapers of the world publish, and what of it people come across.</summary>
internal sealed class Newsstand
{
    private const double ArticlesPerDay = 5;
    private readonly Dictionary<Language, List<Article>> _articles = [];

    /// <summary>Newspapers by language.</summary>
    public IReadOnlyList<Outlet> Outlets { get; }

    public Newsstand(SimulationOptions options, Census census, Chance chance)
    {
        Outlets = [.. Language.All.SelectMany(language => language.Outlets.Select(outlet => Open(outlet, census, language, chance)))];
        foreach (var outlets in Outlets.GroupBy(outlet => outlet.Account.Language))
            _articles[outlets.Key] = [.. outlets.SelectMany(outlet => Publish(outlet, options, chance)).OrderBy(article => article.Time)];
    }

    public IEnumerable<Article> Of(Outlet outlet) => _articles[outlet.Account.Language].Where(article => article.Outlet == outlet);

    /// <summary>An article that is around at this time: recent ones most; null before the first has come out.</summary>
    public Article? Seen(Language language, DateTimeOffset time, Chance chance)
    {
        var articles = _articles[language];
        var known = CountUntil(articles, time);
        return known == 0 ? null : articles[Math.Max(0, known - 1 - (int)chance.Exponential(15))];
    }

    /// <summary>An article nobody has announced yet, e.g. for breaking news.</summary>
    public static Article Write(Outlet outlet, DateTimeOffset time, string kind, Chance chance)
    {
        var topic = chance.Pick(Language.Topics);
        var headline = outlet.Account.Language.Say(kind, topic, chance).ToString();
        var url = $"https://{outlet.Domain}/{topic.ToString().ToLowerInvariant()}/{time:yyyy/MM/dd}/{chance.Between(100_000, 999_999)}";
        return new(outlet, time, topic, headline, url);
    }

    private static Outlet Open((string Name, string Domain) masthead, Census census, Language language, Chance chance)
    {
        var account = census.Make(Census.Plaza, language);
        account.Handle = census.Claim(masthead.Domain.Split('.')[0].Replace("-", "", StringComparison.Ordinal));
        account.DisplayName = masthead.Name;
        account.Bio = $"{masthead.Name} · https://{masthead.Domain}";
        account.Followers = chance.Between(40_000, 900_000);
        account.Rate = 0;
        return new(masthead.Name, masthead.Domain, account);
    }

    private static IEnumerable<Article> Publish(Outlet outlet, SimulationOptions options, Chance chance)
    {
        for (var count = chance.Poisson(ArticlesPerDay * options.Days); count > 0; count--)
            yield return Write(outlet, Rhythm.Moment(outlet.Account, options, chance), "headline", chance);
    }

    private static int CountUntil(List<Article> articles, DateTimeOffset time)
    {
        var (low, high) = (0, articles.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (articles[middle].Time <= time) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
