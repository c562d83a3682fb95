using Tocsin.Core.Events;

namespace Tocsin.Lake.Import.Formats;

/// <summary>
/// Telegram Desktop's result.json, of one chat or of a whole account. Message ids count per chat, so an event's id is
/// chat/message. Service messages are skipped. A forward names its source channel or person, not the message.
/// </summary>
internal sealed class TelegramFormat : IFormat
{
    public string Name => "telegram";

    public string Title => "Telegram Desktop export (result.json): messages with from_id, date_unixtime, text";

    public IReadOnlyList<string> Containers => ["messages", "chats.list.messages", "left_chats.list.messages"];

    public int Score(Fields row) =>
        !row.HasAll("id", "type", "date") ? 0
        : row.HasAny("from_id", "text_entities", "date_unixtime", "actor_id") ? 100
        : row.Has("from") ? 80
        : 0;

    public void Read(Fields row, Sink sink)
    {
        if (row.Text("type") is not "message")
        {
            sink.Skip();
            return;
        }
        var chat = row.Envelope?.Values.GetValueOrDefault("id");
        var draft = new Draft("telegram")
        {
            Id = InChat(chat, row.Text("id")),
            Account = row.Text("from_id") ?? row.Text("from"),
            DisplayName = row.Text("from"),
            Time = row.Text("date_unixtime") ?? row.Text("date"),
            Text = TextOf(row),
            Kind = EventKind.Message,
        };
        foreach (var entity in row.Objects("text_entities").Concat(row.Objects("text")).DistinctBy(Content))
            Entity(draft, entity);
        draft.ReplyTo(InChat(chat, row.Text("reply_to_message_id")));
        Forward(draft, row.Text("forwarded_from_id") ?? row.Text("forwarded_from"));
        sink.Add(row, draft);
    }

    private static void Forward(Draft draft, string? source)
    {
        if (source is null)
            return;
        draft.Kind = EventKind.Repost;
        draft.TargetId = null;
        draft.Carry(ObservableKind.Object, $"telegram:from:{source}");
    }

    private static string? InChat(string? chat, string? message) =>
        chat is null || message is null ? message : $"{chat}/{message}";

    private static string? TextOf(Fields row)
    {
        var pieces = row.Pieces("text").Select(piece => piece.Plain ?? piece.Object?.Text("text"));
        var text = string.Concat(pieces);
        return text.Length == 0 ? null : text;
    }

    private static (string?, string?, string?) Content(Fields entity) => (entity.Text("type"), entity.Text("text"), entity.Text("href"));

    private static void Entity(Draft draft, Fields entity)
    {
        var text = entity.Text("text");
        switch (entity.Text("type"))
        {
            case "link":
                draft.Carry(ObservableKind.Url, text);
                break;
            case "text_link":
                draft.Carry(ObservableKind.Url, entity.Text("href"));
                break;
            case "hashtag":
                draft.Carry(ObservableKind.Hashtag, text);
                break;
            case "mention":
                draft.Carry(ObservableKind.Mention, text);
                break;
            case "email":
                draft.Carry(ObservableKind.Email, text);
                break;
            case "phone":
                draft.Carry(ObservableKind.Phone, text);
                break;
        }
    }
}
