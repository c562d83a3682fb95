using Tocsin.Core.Events;

namespace Tocsin.Lake.Tests.DuckDb;

internal static class Some
{
    public static DateTimeOffset Time { get; } = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    public static Event Event(string id = "1", string account = "a", DateTimeOffset? time = null, string? text = "hello") => new()
    {
        Platform = "x",
        Id = id,
        AccountId = account,
        Time = time ?? Time,
        Text = text,
    };

    public static AccountProfile Author(string id = "a", string? handle = null, string? name = null) => new()
    {
        Platform = "x",
        Id = id,
        Handle = handle,
        DisplayName = name,
    };

    public static IncomingEvent Incoming(
        string id = "1", string account = "a", DateTimeOffset? time = null, string? handle = null, params Observable[] observables) =>
        new(Event(id, account, time), Author(account, handle), observables);

    public static List<IncomingEvent> Many(int count, int from = 0) =>
        [.. Enumerable.Range(from, count).Select(i => Incoming(
            $"{i}", $"a{i % 7}", Time.AddSeconds(i), $"h{i % 7}", new Observable(ObservableKind.Hashtag, $"tag{i % 5}")))];
}
