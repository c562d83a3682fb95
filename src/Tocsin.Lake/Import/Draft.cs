using System.IO.Hashing;
using Tocsin.Core.Events;

namespace Tocsin.Lake.Import;

/// <summary>An event while a format fills it in. <see cref="Sink.Add"/> says what is missing.</summary>
internal sealed class Draft(string platform)
{
    private readonly List<Observable> _observables = [];
    private List<(ObservableKind Kind, string Target)>? _targets;

    public string Platform { get; set; } = platform;

    /// <summary>Null: a hash of the whole row, so that the same row is the same event wherever it comes from.</summary>
    public string? Id { get; set; }

    /// <summary>What stands before the hash when the row has no id of its own.</summary>
    public string RowPrefix { get; set; } = "row";

    public string? Account { get; set; }

    /// <summary>As the source wrote it; <see cref="Times"/> reads it.</summary>
    public string? Time { get; set; }

    /// <summary>Set instead of <see cref="Time"/> when a format has read the time itself.</summary>
    public DateTimeOffset? At { get; set; }

    public EventKind Kind { get; set; } = EventKind.Post;
    public string? TargetId { get; set; }
    public string? Text { get; set; }
    public string? Language { get; set; }
    public string? Handle { get; set; }
    public string? DisplayName { get; set; }
    public string? Bio { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public long? Followers { get; set; }
    public long? Following { get; set; }

    public IReadOnlyList<Observable> Observables => _observables;

    public void Carry(ObservableKind kind, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            _observables.Add(new Observable(kind, value));
    }

    public void Carry(ObservableKind kind, IEnumerable<string?> values)
    {
        foreach (var value in values)
            Carry(kind, value);
    }

    public void ReplyTo(string? target) => Aim(EventKind.Reply, ObservableKind.ReplyTarget, target);

    public void QuoteOf(string? target) => Aim(EventKind.Quote, ObservableKind.QuoteTarget, target);

    public void RepostOf(string? target) => Aim(EventKind.Repost, ObservableKind.RepostTarget, target);

    public IncomingEvent Complete(DateTimeOffset time, ReadOnlySpan<byte> row)
    {
        var happening = new Event
        {
            Platform = Platform,
            Id = Id ?? HashOf(row),
            AccountId = Account!,
            Time = time,
            Kind = Kind,
            Text = Text,
            Language = Language,
            TargetId = TargetId,
        };
        foreach (var (kind, target) in _targets ?? [])
            _observables.Add(new Observable(kind, $"{Platform}:{target}"));
        return new IncomingEvent(happening, Author(), _observables);
    }

    /// <summary>An event can aim at several others (a reply that quotes); the last one named is its target.</summary>
    private void Aim(EventKind kind, ObservableKind observable, string? target)
    {
        if (string.IsNullOrWhiteSpace(target))
            return;
        (Kind, TargetId) = (kind, target);
        (_targets ??= []).Add((observable, target));
    }

    private AccountProfile Author() => new()
    {
        Platform = Platform,
        Id = Account!,
        Handle = Handle,
        DisplayName = DisplayName,
        Bio = Bio,
        CreatedAt = CreatedAt,
        Followers = Followers,
        Following = Following,
    };

    private string HashOf(ReadOnlySpan<byte> row) =>
        string.Concat(RowPrefix, ":", Convert.ToHexStringLower(XxHash128.Hash(row)));
}
