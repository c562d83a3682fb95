using Tocsin.Core.Events;

namespace Tocsin.Lake.Import.Formats;

/// <summary>
/// Tocsin's own events, as the API takes them: platform, id, account, time and kind; text, language and target; the
/// author's profile; and observables by kind and value.
/// </summary>
internal sealed class EventFormat : IFormat
{
    /// <summary>What <c>--format</c> and the API call it.</summary>
    public const string FormatName = "events";

    public string Name => FormatName;

    public string Title => "Tocsin's events: platform, id, account, time, kind";

    public int Score(Fields row) => row.HasAll("platform", "id", "account", "time", "kind") ? 97 : 0;

    public void Read(Fields row, Sink sink)
    {
        if (KindOf(row.Text("kind")) is not { } kind)
        {
            sink.Reject(row, $"the kind is none of {string.Join(", ", Enum.GetNames<EventKind>()).ToLowerInvariant()}");
            return;
        }
        var draft = new Draft(row.Text("platform") ?? string.Empty)
        {
            Id = row.Text("id"),
            Account = row.Text("account"),
            Time = row.Text("time"),
            Text = row.Text("text"),
            Language = row.Text("language"),
        };
        Aim(draft, kind, row.Text("target"));
        if (row.Object("author") is { } author)
            Profile(draft, author);
        if (Carry(draft, row) is { } unknown)
            sink.Reject(row, $"'{unknown}' is not a kind of observable");
        else
            sink.Add(row, draft);
    }

    private static EventKind? KindOf(string? name) =>
        name is null ? EventKind.Post : Named<EventKind>(name);

    private static void Aim(Draft draft, EventKind kind, string? target)
    {
        if (kind == EventKind.Reply)
            draft.ReplyTo(target);
        else if (kind == EventKind.Repost)
            draft.RepostOf(target);
        else if (kind == EventKind.Quote)
            draft.QuoteOf(target);
        (draft.Kind, draft.TargetId) = (kind, target);
    }

    private static void Profile(Draft draft, Fields author)
    {
        draft.Handle = author.Text("handle");
        draft.DisplayName = author.Text("name");
        draft.Bio = author.Text("bio");
        draft.CreatedAt = author.Time("created");
        draft.Followers = author.Number("followers");
        draft.Following = author.Number("following");
    }

    /// <summary>Takes the values over; answers with the first kind that does not exist.</summary>
    private static string? Carry(Draft draft, Fields row)
    {
        foreach (var value in row.Objects("observables"))
        {
            var name = value.Text("kind") ?? string.Empty;
            if (Named<ObservableKind>(name) is not { } kind)
                return name;
            draft.Carry(kind, value.Text("value"));
        }
        return null;
    }

    /// <summary>The member of that name; written <c>reply_target</c> or <c>ReplyTarget</c>, never as a number.</summary>
    private static T? Named<T>(string name)
        where T : struct, Enum =>
        name.Length > 0 && char.IsLetter(name[0]) && Enum.TryParse<T>(name.Replace("_", string.Empty), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : null;
}
