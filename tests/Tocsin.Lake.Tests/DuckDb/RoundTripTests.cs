using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Tests.DuckDb;

/// <summary>Whatever an export says, the lake gives it back: any text, any time, any of it missing.</summary>
public class RoundTripTests
{
    private static readonly string[] Pieces =
        ["", "a", "\0", "twelve bytes", "exactly thirteen", "é", "🔔", "\ud800", "\udc00", "\uffff", "'", "\"", "\\", "\u202e", new('x', 5000)];

    private static readonly Gen<string> Text = Gen.Elements(Pieces).ArrayOf().Select(string.Concat);

    private static readonly Gen<string?> MaybeText = Gen.OneOf(Text.Select(t => (string?)t), Gen.Constant((string?)null));

    private static readonly Gen<DateTimeOffset> Time = Gen.OneOf(
        Gen.Elements(DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddTicks(-10)),
        ArbMap.Default.GeneratorFor<int>().Select(s => DateTimeOffset.UnixEpoch.AddSeconds(s).AddMicroseconds(s & 0xfffff)));

    [Fact]
    public void Events_profiles_and_observables_survive()
    {
        using var folder = new TemporaryFolder();
        using var lake = DuckDbLake.Open(folder.Path);
        var n = 0;
        Prop.ForAll(Incoming().ArrayOf().ToArbitrary(), batch =>
        {
            var numbered = Array.ConvertAll(batch, i => Numbered(i, n++));
            lake.Write(numbered);
            return Survive(lake, numbered);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-10)]
    [InlineData(19)]
    public void Microseconds_are_rounded_down_on_both_sides_of_1970(long ticks) =>
        Assert.Equal((long)Math.Floor(ticks / 10.0), Micros.Of(DateTimeOffset.UnixEpoch.AddTicks(ticks)));

    private static Gen<IncomingEvent> Incoming() =>
        from id in Text
        from text in MaybeText
        from language in MaybeText
        from target in MaybeText
        from time in Time
        from kind in Gen.Elements(Enum.GetValues<EventKind>())
        from handle in MaybeText
        from bio in MaybeText
        from followers in ArbMap.Default.GeneratorFor<long?>()
        from values in Text.ArrayOf()
        select new IncomingEvent(
            new Event { Platform = "x", Id = id, AccountId = id, Time = time, Kind = kind, Text = text, Language = language, TargetId = target },
            new AccountProfile { Platform = "x", Id = id, Handle = handle, Bio = bio, Followers = followers, CreatedAt = time },
            Array.ConvertAll(values, v => new Observable(ObservableKind.Hashtag, v)));

    private static IncomingEvent Numbered(IncomingEvent i, int n) => i with
    {
        Event = i.Event with { Id = $"{i.Event.Id}{n}", AccountId = $"{i.Event.Id}{n}" },
        Author = i.Author with { Id = $"{i.Event.Id}{n}" },
    };

    private static bool Survive(DuckDbLake lake, IncomingEvent[] batch)
    {
        var events = lake.ReadEvents(Array.ConvertAll(batch, i => i.Event.Key));
        var accounts = lake.ReadAccounts(Array.ConvertAll(batch, i => i.Event.AccountKey));
        var observables = batch.SelectMany(i => i.Observables).ToArray();
        var values = lake.ReadValues(ObservableKind.Hashtag, Array.ConvertAll(observables, o => Keys.Of(o.Value)));
        return Array.TrueForAll(batch, i => events[i.Event.Key] == WellFormed(i.Event))
            && Array.TrueForAll(batch, i => accounts[i.Event.AccountKey].Profile == WellFormed(i.Author))
            && Array.TrueForAll(observables, o => values[Keys.Of(o.Value)] == WellFormed(o.Value));
    }

    private static Event WellFormed(Event e) => e with
    {
        Id = WellFormed(e.Id)!,
        AccountId = WellFormed(e.AccountId)!,
        Text = WellFormed(e.Text),
        Language = WellFormed(e.Language),
        TargetId = WellFormed(e.TargetId),
    };

    private static AccountProfile WellFormed(AccountProfile a) => a with
    {
        Id = WellFormed(a.Id)!,
        Handle = WellFormed(a.Handle),
        Bio = WellFormed(a.Bio),
    };

    // UTF-8 has no lone surrogates; they become U+FFFD.
    private static string? WellFormed(string? text) => text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
