namespace Tocsin.Core.Simulation.Life;

/// <summary>Machines that say what they are: weather by the hour, earthquakes, feeds of newspapers, a quotation each morning.</summary>
internal sealed record Bots(string Name, string Language) : IBehaviour
{
    private const int Feeds = 4;

    public void Enact(World world, Chance chance)
    {
        var language = Speech.Language.Of(Language);
        List<Person> bots = [];
        Person Build(string handle, string title, string purpose)
        {
            bots.Add(world.Appoint(Name, handle, title, $"Automated account. {purpose}", language));
            return bots[^1];
        }

        foreach (var city in chance.Sample(Enumerable.Range(0, 9).Select(number => language.Word("city", number)), 3))
            Weather(world, city, Build($"weather_{language.Tag}", $"Weather {city}", "Forecast every three hours."), chance);
        Quakes(world, Build($"quakebot_{language.Tag}", "Quake Bot", "Posts every event above 2.5."), chance);
        Quotes(world, Build($"daily_quote_{language.Tag}", "Daily Quote", "One thought each morning."), chance);
        for (var feed = 0; feed < Feeds; feed++)
            Feed(world, Build($"newsfeed{feed}_{language.Tag}", $"News Feed {feed}", "Headlines by RSS."), chance);
        world.Castings.Add(new(Name, BenignKind.Bot, IsOperation: false, bots));
    }

    private static void Weather(World world, string city, Person bot, Chance chance)
    {
        for (var time = world.Start.AddSeconds(5); time < world.End; time = time.AddHours(3))
        {
            var report = $"{city} {time:HH:mm}: {chance.Between(-3, 31)} °C, {chance.Between(2, 70)} km/h, {chance.Between(985, 1035)} hPa";
            world.Post(bot, time.AddMilliseconds(chance.Below(4000)), report);
        }
    }

    private static void Quakes(World world, Person bot, Chance chance)
    {
        for (var time = world.Start; time < world.End; time = time.AddHours(chance.Exponential(5)))
            world.Post(bot, time, $"M {chance.Between(25, 54) / 10.0:0.0} · {bot.Language.Word("city", chance)} · {chance.Between(5, 120)} km");
    }

    private static void Quotes(World world, Person bot, Chance chance)
    {
        for (var time = world.Start.AddHours(7); time < world.End; time = time.AddDays(1))
            world.Post(bot, time, $"“{bot.Language.Word("feel", chance)}. {bot.Language.Word("feel", chance)}.” #quote");
    }

    // Several feeds poll the same newspapers every five minutes, so they often speak at once, and word for word.
    private static void Feed(World world, Person bot, Chance chance)
    {
        var phase = chance.Below(300);
        foreach (var article in world.News.Outlets.Where(outlet => outlet.Account.Language == bot.Language).SelectMany(world.News.Of))
        {
            var wait = (300 - article.Time.ToUnixTimeSeconds() + phase) % 300;
            if (chance.Happens(0.8)) world.Post(bot, article.Time.AddSeconds(wait + 300), article.ShareText);
        }
    }
}
