using System.Runtime.InteropServices;
using Tocsin.Core.Events;

namespace Tocsin.Lake.DuckDb;

/// <summary>What a batch says about each account: one profile per account, and every name it was seen with.</summary>
internal sealed class AccountSightings
{
    private readonly Dictionary<ulong, Sighting> accounts = [];
    private readonly Dictionary<Name, Span> names = [];

    public IReadOnlyDictionary<ulong, Sighting> Accounts => accounts;

    public IReadOnlyDictionary<Name, Span> Names => names;

    public void Add(in KeyedEvent e)
    {
        var author = e.Incoming.Author;
        ref var sighting = ref CollectionsMarshal.GetValueRefOrAddDefault(accounts, e.Account, out var known);
        sighting = known ? Fold(sighting, author, e.Time) : new Sighting(Identified(author, e.Incoming.Event), e.Time, e.Time);
        if (author.Handle is null && author.DisplayName is null)
            return;
        ref var span = ref CollectionsMarshal.GetValueRefOrAddDefault(names, new Name(e.Account, author.Handle, author.DisplayName), out known);
        span = known ? new Span(Math.Min(span.First, e.Time), Math.Max(span.Last, e.Time)) : new Span(e.Time, e.Time);
    }

    // The account is who acted; a profile that says otherwise describes it all the same.
    private static AccountProfile Identified(AccountProfile author, Event e) =>
        author.Id == e.AccountId && author.Platform == e.Platform
            ? author
            : author with { Platform = e.Platform, Id = e.AccountId };

    private static Sighting Fold(in Sighting sighting, AccountProfile author, long time)
    {
        var (first, last) = (Math.Min(sighting.First, time), Math.Max(sighting.Last, time));
        if (ReferenceEquals(author, sighting.Profile) || SaysNothing(author))
            return sighting with { First = first, Last = last };
        var profile = time >= sighting.Last ? Over(author, sighting.Profile) : Over(sighting.Profile, author);
        return new Sighting(profile, first, last);
    }

    private static bool SaysNothing(AccountProfile a) =>
        a is { Handle: null, DisplayName: null, Bio: null, CreatedAt: null, Followers: null, Following: null };

    private static AccountProfile Over(AccountProfile above, AccountProfile below) => below with
    {
        Handle = above.Handle ?? below.Handle,
        DisplayName = above.DisplayName ?? below.DisplayName,
        Bio = above.Bio ?? below.Bio,
        CreatedAt = above.CreatedAt ?? below.CreatedAt,
        Followers = above.Followers ?? below.Followers,
        Following = above.Following ?? below.Following,
    };

    public readonly record struct Sighting(AccountProfile Profile, long First, long Last);

    public readonly record struct Name(ulong Account, string? Handle, string? DisplayName);

    public readonly record struct Span(long First, long Last);
}
