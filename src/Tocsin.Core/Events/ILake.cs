namespace Tocsin.Core.Events;

/// <summary>A half-open range of time, UTC: <c>From</c> is in it, <c>Until</c> is not.</summary>
public readonly record struct TimeRange(DateTimeOffset From, DateTimeOffset Until)
{
    public static TimeRange All { get; } = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
}

/// <summary>
/// Who carried which value when, as parallel columns sorted by (<see cref="Value"/>, <see cref="Time"/>).
/// One row per observable of an event; all four arrays have the same length.
/// </summary>
/// <param name="Value">64-bit key of the observable's value (<see cref="Keys.Of(ReadOnlySpan{char})"/>).</param>
/// <param name="Time">Microseconds since 1970-01-01 UTC.</param>
/// <param name="Account">Key of the account.</param>
/// <param name="Event">Key of the event.</param>
public sealed record ActionColumns(ulong[] Value, long[] Time, ulong[] Account, ulong[] Event)
{
    public int Count => Value.Length;
}

/// <summary>Texts in a range, as parallel columns ordered by time.</summary>
public sealed record TextColumns(ulong[] Event, ulong[] Account, long[] Time, string[] Text)
{
    public int Count => Event.Length;
}

/// <summary>An account as the lake knows it, with its span of activity.</summary>
public sealed record StoredAccount(AccountProfile Profile, long Events, DateTimeOffset First, DateTimeOffset Last);

/// <summary>How much the lake holds. <c>First</c> and <c>Last</c> are null when it is empty.</summary>
public sealed record LakeSummary(long Events, long Accounts, DateTimeOffset? First, DateTimeOffset? Last);

/// <summary>What became of a batch handed to <see cref="ILake.Write"/>.</summary>
public readonly record struct WriteResult(long Added, long Duplicates);

/// <summary>
/// Where events rest: the port between detection and storage. Readers may run beside one writer.
/// Every method throws <see cref="LakeException"/> when storage fails.
/// </summary>
public interface ILake : IDisposable
{
    LakeSummary Summarise();

    /// <summary>Rows per kind of observable within the range.</summary>
    IReadOnlyDictionary<ObservableKind, long> CountActions(TimeRange range);

    /// <summary>All rows of one kind, sorted by (value, time).</summary>
    ActionColumns ReadActions(ObservableKind kind, TimeRange range);

    /// <summary>What accounts wrote themselves: texts of all events but reposts.</summary>
    TextColumns ReadTexts(TimeRange range);

    /// <summary>When each event happened and who acted, ordered by time: columns (event, account, time, kind).</summary>
    EventColumns ReadEventTimes(TimeRange range);

    IReadOnlyDictionary<ulong, Event> ReadEvents(IReadOnlyCollection<ulong> keys);

    /// <summary>The accounts of these keys, or all when <paramref name="keys"/> is null.</summary>
    IReadOnlyDictionary<ulong, StoredAccount> ReadAccounts(IReadOnlyCollection<ulong>? keys);

    /// <summary>The written values behind value keys of one kind.</summary>
    IReadOnlyDictionary<ulong, string> ReadValues(ObservableKind kind, IReadOnlyCollection<ulong> values);

    /// <summary>Adds what is new, in one transaction. An event whose key is known is a duplicate and changes nothing.</summary>
    WriteResult Write(IReadOnlyList<IncomingEvent> events);

    /// <summary>Replaces all rows of a derived kind (near-duplicate clusters) by these, in one transaction.</summary>
    void ReplaceDerived(ObservableKind kind, IReadOnlyList<DerivedAction> actions);
}

/// <summary>Events without their text, as parallel columns ordered by time.</summary>
public sealed record EventColumns(ulong[] Event, ulong[] Account, long[] Time, EventKind[] Kind)
{
    public int Count => Event.Length;
}

/// <summary>One row of a derived observable.</summary>
public readonly record struct DerivedAction(ulong Event, ulong Account, long Time, string Value);

/// <summary>Storage failed; the message says what, where (with the SQL at fault) and what to do.</summary>
public sealed class LakeException(string message, Exception? inner = null) : Exception(message, inner);
