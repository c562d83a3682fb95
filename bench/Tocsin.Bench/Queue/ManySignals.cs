using Tocsin.Casework;
using Tocsin.Core.Detection;
using Tocsin.Core.Events;

namespace Tocsin.Bench.Queue;

/// <summary>
/// Fills casework with signals of 3 to 600 accounts, whose documents weigh 40 to 180 kB, and with what six people did to some
/// of them. The same number and seed give the same signals.
/// </summary>
internal sealed class ManySignals(CaseworkDatabase casework, int seed = 1)
{
    private const int AtOnce = 500;
    private const int People = 6;
    private const int Vocabulary = 5000;
    private const int EvidencePerSignal = 60;
    private static readonly string[] Platforms = ["x", "bluesky", "mastodon", "reddit", "tiktok", "telegram"];
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _chance = new(seed);

    public static string Id(int i) => $"N-{i:D6}";

    public static string Person(int i) => $"bench-person-{i % People}";

    public async Task WriteAsync(int signals)
    {
        var store = new SignalStore(casework);
        for (var first = 0; first < signals; first += AtOnce)
            store.SaveScan([.. Enumerable.Range(first, Math.Min(AtOnce, signals - first)).Select(Signal)]);
        await AddPeopleAsync();
        await WorkAsync(signals);
    }

    private Signal Signal(int i)
    {
        var accounts = 3 + (int)(Math.Pow(_chance.NextDouble(), 3) * 600);
        var probability = _chance.NextDouble();
        return new Signal
        {
            Id = Id(i),
            Kind = "network",
            Detector = "coordination",
            Score = Math.Round(100 * probability * (1 - Math.Pow(2, -accounts / 3.0)), 1),
            Probability = probability,
            Claim = $"{accounts} accounts posted the same {1 + (i % 40)} texts within {1 + (i % 60)} s of each other, on 9 of 12 days.",
            Reasons = [new("text", "Members posted the same texts.", 1)],
            Members = [.. Enumerable.Range(0, accounts).Select(j => Member(i, j))],
            Ties = [.. Enumerable.Range(0, 60).Select(j => new Tie((ulong)j, (ulong)j + 1, 30, 0.5, [new(ObservableKind.Url, 4, 0.1, 20, 1.5), new(ObservableKind.Text, 4, 0.1, 20, 1.5)]))],
            Evidence = [.. Enumerable.Range(0, EvidencePerSignal).Select(j => Evidence(i, j))],
            First = Start,
            Last = Start.AddDays(12),
            Raised = Start.AddMinutes(i),
            Updated = Start.AddDays(30).AddMinutes(i * 7 % 10_000),
            History = [new(Start.AddMinutes(i), "raised", $"First seen with {accounts} accounts.")],
        };
    }

    private Member Member(int signal, int j)
    {
        var (platform, id) = (Platforms[(signal + (j % 2 * (signal % 3))) % Platforms.Length], $"{signal}-{j}");
        return new(Keys.Of(platform, id), platform, id, "user_" + Word(), Role.Member, 12.5, 0.5);
    }

    private Evidence Evidence(int signal, int j) => new(
        Keys.Of("x", $"{signal}/{j}"), "x", $"{signal}/{j}", $"{signal}-{j}", Start.AddMinutes(j), string.Join(' ', Enumerable.Range(0, 40).Select(_ => Word())),
        $"url:https://{Word()}.example/", new string('0', 64));

    private string Word() => $"w{_chance.Next(Vocabulary):x}";

    private async Task AddPeopleAsync()
    {
        await using var context = casework.Connect();
        for (var i = 0; i < People; i++) context.Users.Add(new TocsinUser { Id = Person(i), UserName = Person(i), NormalizedUserName = Person(i).ToUpperInvariant(), DisplayName = $"Person {i}" });
        await context.SaveChangesAsync();
    }

    /// <summary>A twentieth each is decided, assigned, snoozed and labelled.</summary>
    private async Task WorkAsync(int signals)
    {
        var triage = new Triage(casework);
        for (var i = 0; i < signals / 20; i++)
        {
            var actor = new Actor(Person(i), $"Person {i % People}", ActorKind.Person);
            var at = i * 20;
            await triage.DecideAsync(actor, Id(at), 1, (DispositionKind)(i % 4), "Looked at.");
            await triage.AssignAsync(actor, Id(at + 1), 1, Person(i));
            await triage.SnoozeAsync(actor, Id(at + 2), 1, casework.Clock.GetUtcNow().AddYears(1), untilGrown: true);
            await triage.AddLabelAsync(actor, Subject.Signal(Id(at + 3)), $"label {i % 12}", "So that there are some.");
        }
    }
}
