using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Tocsin.Lake.Hunting;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>Writes the posts of a hunt out, page by page as they are read.</summary>
internal static class HuntExport
{
    /// <summary>Posts written at most, the newest.</summary>
    public const int Most = 50_000;

    private const int Batch = 1_000;
    private static readonly string[] Columns = ["time", "platform", "id", "kind", "account_id", "handle", "display_name", "language", "target_id", "text"];

    public static async Task WriteCsvAsync(HttpResponse response, Func<string?, int, HuntPage> read, CancellationToken cancellation)
    {
        Begin(response, "text/csv; charset=utf-8", "hunt.csv");
        await response.WriteAsync("\uFEFF" + string.Join(',', Columns) + "\r\n", cancellation);
        foreach (var batch in Batches(read, cancellation))
        {
            var rows = new StringBuilder();
            foreach (var post in batch) rows.AppendJoin(',', Cells(post).Select(CsvCell.Of)).Append("\r\n");
            await response.WriteAsync(rows.ToString(), cancellation);
        }
    }

    /// <summary>One array; objects have the names of the CSV's columns.</summary>
    public static async Task WriteJsonAsync(HttpResponse response, Func<string?, int, HuntPage> read, CancellationToken cancellation)
    {
        Begin(response, "application/json; charset=utf-8", "hunt.json");
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartArray();
        foreach (var batch in Batches(read, cancellation))
        {
            foreach (var post in batch)
            {
                json.WriteStartObject();
                foreach (var (name, value) in Columns.Zip(Cells(post))) json.WriteString(name, value);
                json.WriteEndObject();
            }
            await json.FlushAsync(cancellation);
        }
        json.WriteEndArray();
    }

    private static void Begin(HttpResponse response, string type, string name)
    {
        response.ContentType = type;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
    }

    private static IEnumerable<IReadOnlyList<Post>> Batches(Func<string?, int, HuntPage> read, CancellationToken cancellation)
    {
        string? cursor = null;
        for (var written = 0; written < Most; written += Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = read(cursor, Batch);
            yield return page.Posts;
            if ((cursor = page.Next) is null) yield break;
        }
    }

    private static string?[] Cells(Post post) =>
    [
        post.Event.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture), post.Event.Platform, post.Event.Id,
        post.Event.Kind.ToString().ToLowerInvariant(), post.Event.AccountId, post.Handle, post.DisplayName, post.Event.Language, post.Event.TargetId, post.Event.Text,
    ];
}
