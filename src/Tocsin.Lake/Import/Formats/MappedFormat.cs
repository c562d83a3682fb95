using Tocsin.Core.Events;

namespace Tocsin.Lake.Import.Formats;

/// <summary>Any table or JSON, read by a map.</summary>
internal sealed class MappedFormat(EventMap map) : IFormat
{
    /// <summary>Event parts that are values others can share.</summary>
    internal static readonly IReadOnlyDictionary<string, ObservableKind> Carried = new Dictionary<string, ObservableKind>
    {
        ["urls"] = ObservableKind.Url,
        ["domains"] = ObservableKind.Domain,
        ["hashtags"] = ObservableKind.Hashtag,
        ["mentions"] = ObservableKind.Mention,
        ["emails"] = ObservableKind.Email,
        ["phones"] = ObservableKind.Phone,
        ["wallets"] = ObservableKind.Wallet,
        ["media"] = ObservableKind.Media,
        ["sound"] = ObservableKind.Sound,
        ["video"] = ObservableKind.Video,
        ["device"] = ObservableKind.Device,
        ["ip"] = ObservableKind.Ip,
        ["object"] = ObservableKind.Object,
    };

    private readonly Dictionary<string, IReadOnlyList<string>> _fields = EventMap.Parts.ToDictionary(part => part, map.FieldsOf);

    public string Name => FormatCatalog.Generic;

    public string Title => "any table or JSON, with --map map.yaml";

    public IReadOnlyList<string> Containers { get; } = map.Records is { } records ? [records] : [];

    public int Score(Fields row) => _fields["account"].Concat(_fields["time"]).All(name => IsIn(row, name)) ? 100 : 0;

    public void Read(Fields row, Sink sink)
    {
        var draft = new Draft(One(row, "platform") ?? map.Platform ?? Name)
        {
            Id = One(row, "id"),
            Account = One(row, "account"),
            Text = Joined(row, "text"),
            Language = One(row, "language"),
            Handle = One(row, "handle"),
            DisplayName = One(row, "name"),
            Bio = One(row, "bio"),
            CreatedAt = Times.TryParse(One(row, "account_created"), out var created) ? created : null,
            Followers = Count(row, "followers"),
            Following = Count(row, "following"),
        };
        Time(draft, One(row, "time"));
        foreach (var (part, kind) in Carried)
            draft.Carry(kind, All(row, part));
        Aim(draft, row);
        sink.Add(row, draft);
    }

    private void Time(Draft draft, string? text)
    {
        draft.Time = text;
        if (map.Time.Format is { } format && Times.TryParse(text, format, map.Time.ZoneInfo, out var time))
            draft.At = time;
    }

    private void Aim(Draft draft, Fields row)
    {
        var written = One(row, "kind");
        if (written is not null && Enum.TryParse<EventKind>(map.Kinds.GetValueOrDefault(written, written), ignoreCase: true, out var kind) && Enum.IsDefined(kind))
            draft.Kind = kind;
        draft.TargetId = One(row, "target");
        draft.ReplyTo(One(row, "reply_to"));
        draft.QuoteOf(One(row, "quote_of"));
        draft.RepostOf(One(row, "repost_of"));
    }

    private long? Count(Fields row, string part) => long.TryParse(One(row, part), out var count) ? count : null;

    private string? One(Fields row, string part)
    {
        foreach (var name in _fields[part])
        {
            if (Value(row, name) is { } value)
                return value;
        }
        return map.Constants.GetValueOrDefault(part);
    }

    private string? Joined(Fields row, string part)
    {
        if (_fields[part].Count < 2)
            return One(row, part);
        var text = string.Join("\n\n", _fields[part].Select(name => Value(row, name)).Where(value => value is not null));
        return text.Length == 0 ? map.Constants.GetValueOrDefault(part) : text;
    }

    private IEnumerable<string> All(Fields row, string part) =>
        _fields[part].SelectMany(name => Inside(row, name) is ({ } holder, var leaf) ? holder.List(leaf) : []);

    private static bool IsIn(Fields row, string name) => Inside(row, name) is ({ } holder, var leaf) && holder.Has(leaf);

    private static string? Value(Fields row, string name) => Inside(row, name) is ({ } holder, var leaf) ? holder.Text(leaf) : null;

    /// <summary>The object that a dotted name ends in. A field whose own name has a dot comes first.</summary>
    private static (Fields? Holder, string Leaf) Inside(Fields row, string name)
    {
        var holder = row;
        while (holder is not null && name.IndexOf('.') is > 0 and var dot && !holder.Has(name))
        {
            holder = holder.Object(name[..dot]);
            name = name[(dot + 1)..];
        }
        return (holder, name);
    }
}
