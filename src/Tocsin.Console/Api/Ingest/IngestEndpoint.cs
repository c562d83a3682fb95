using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Api.Limits;
using Tocsin.Console.Api.Problems;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Work;
using Tocsin.Lake.Import;
using Tocsin.Lake.Import.Ingest;

namespace Tocsin.Console.Api.Ingest;

/// <summary><c>POST /api/v1/events</c>: events as they happen, a line each.</summary>
internal static class IngestEndpoint
{
    /// <summary>Unpacked bytes of one request.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>Lines of one request: what it answers stays small.</summary>
    public const int MostLines = 50_000;

    public const int LineBytes = 1 << 20;

    private const string Example = """
        {"platform":"harbour","id":"901","account":"u-17","time":"2026-03-01T09:00:00Z","kind":"post","text":"Tide tables for Sunday #harbour"}
        {"platform":"harbour","id":"902","account":"u-18","time":"2026-03-01T09:00:41Z","kind":"reply","text":"Thank you","target":"901"}

        """;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/events", TakeAsync)
        .RequireAuthorization(Policies.Ingest)
        .RequireRateLimiting(ApiLimit.Ingest)
        .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
        .WithMetadata(new TextBody("application/x-ndjson", Example))
        .Named("sendEvents", "Send events, one in each line")
        .WithDescription(
            """
            The body is NDJSON, plain or with Content-Encoding gzip or br: at most 64 MB unpacked, 50,000 lines, 1 MB a line. Each line is answered:
            accepted, duplicate, rejected with the reason, or skipped. Events are told apart by platform and id, so sending a request again changes nothing.
            """)
        .WithTags("Events");

    private static async Task<Ok<IngestAnswer>> TakeAsync(
        HttpRequest request,
        [Description("Name of the format of the lines: events (the default), or any that 'tocsin import' knows.")] string? format,
        [Description("Platform of all events, where they do not say it.")] string? platform,
        [Description("all (the default), or rejected: which rows to answer.")] string? rows,
        IImportJournal journal, SearchIndex index, AuditLog audit, CurrentPerson person, TimeProvider clock, CancellationToken cancel)
    {
        if (request.Headers.ContentEncoding.Count > 0)   // taken away where it was understood
            throw new RefusedException(StatusCodes.Status415UnsupportedMediaType, $"the encoding {request.Headers.ContentEncoding} is not known", "Content-Encoding", "send it plain, gzip or br");
        var options = new IngestOptions { Source = $"API: {person.Name}", Platform = platform, LineBytes = LineBytes };
        var ingest = new LineIngest(journal, format is { Length: > 0 } ? options with { Format = format } : options, clock);
        var taken = new List<IngestedRow>();
        var lines = 0;
        await foreach (var run in new LineBody(request.Body, LineBytes).RunsAsync(cancel))
        {
            lines += run.Count;
            if (lines > MostLines) throw TooMany(lines - run.Count);
            taken.AddRange(ingest.Take(run));
        }
        index.Follow();
        var answer = IngestAnswer.Of(ingest.Import, taken, rows == "rejected");
        if (answer.Accepted + answer.Rejected > 0)
            await audit.RecordAsync(person.Actor with { IdempotencyKey = null }, "events.received", $"file:{ingest.Import}", null, new { answer.Accepted, answer.Duplicates, answer.Rejected }, cancel);
        return TypedResults.Ok(answer);
    }

    private static RefusedException TooMany(int taken) => new(
        StatusCodes.Status413PayloadTooLarge, $"the request holds more than {MostLines:N0} lines", "body",
        $"its first {taken:N0} lines were taken; send the rest in parts (sending a line again changes nothing)");
}
