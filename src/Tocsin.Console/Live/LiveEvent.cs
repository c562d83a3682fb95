using Tocsin.Casework;

namespace Tocsin.Console.Live;

/// <summary>Something that happened, as browsers hear of it.</summary>
/// <param name="Type"><c>signal</c>, <c>scan</c>, <c>import</c> or <c>notification</c>.</param>
/// <param name="AuditId">Its audit entry; null for what is not in the audit, as how far a scan is.</param>
/// <param name="For">Whom alone it concerns; null for everybody.</param>
/// <param name="Data">What is sent, as JSON.</param>
internal sealed record LiveEvent(string Type, long? AuditId, string? For, LiveData Data)
{
    /// <summary>What an audit entry says to browsers; null when nothing.</summary>
    public static LiveEvent? Of(AuditEntry entry)
    {
        var (kind, id) = Split(entry.Subject);
        var type = entry.Verb.Split('.')[0] switch
        {
            "signal" or "label" or "tag" when kind == "signal" => "signal",
            "signals" => "signal",
            "scan" => "scan",
            "import" => "import",
            _ => null,
        };
        if (type is null) return null;
        var data = new LiveData { Id = id, Verb = entry.Verb, By = entry.ActorName, ById = entry.ActorId, At = entry.At, Version = entry.Version };
        return new(type, entry.Id, entry.Verb.StartsWith("tag.", StringComparison.Ordinal) ? entry.ActorId : null, data);
    }

    private static (string Kind, string Id) Split(string subject) =>
        subject.IndexOf(':') is > 0 and var colon ? (subject[..colon], subject[(colon + 1)..]) : (subject, subject);
}

/// <summary>The small JSON of an event: what changed, not what it is now.</summary>
internal sealed record LiveData
{
    /// <summary>Of the signal, the run or the notification.</summary>
    public required string Id { get; init; }

    public string? Verb { get; init; }

    public string? By { get; init; }

    /// <summary>Stays here: browsers are told only whether it was the person themselves.</summary>
    public string? ById { get; init; }

    /// <summary>True where the person did it themselves, in this or another window.</summary>
    public bool? Mine { get; init; }

    public DateTimeOffset? At { get; init; }

    public int? Version { get; init; }

    /// <summary>Of work under way: its stage in words.</summary>
    public string? Stage { get; init; }

    /// <summary>Of work under way: the share done.</summary>
    public double? Done { get; init; }

    public string? Text { get; init; }

    /// <summary>Of a notification: how many the person has not read.</summary>
    public int? Unread { get; init; }

    /// <summary>How many further changes of this type came at once and are not told one by one.</summary>
    public int? More { get; init; }
}
