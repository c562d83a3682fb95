using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Imports;
using Tocsin.Core.Events;
using Tocsin.Lake.Import;
using Tocsin.Lake.Import.Formats;

namespace Tocsin.Console.Api.Jobs;

/// <summary>What an uploaded file is, and what its first rows would become.</summary>
/// <param name="Files">How many there are inside; the first is shown.</param>
/// <param name="Format">What it would be read as; null when no format fits.</param>
/// <param name="Fields">Names of fields in its first records.</param>
/// <param name="SuggestedMap">A map's YAML guessed from the fields.</param>
/// <param name="Problem">Why it cannot be read as it is; the events are then those of the suggested map.</param>
public sealed record PreviewView(
    string File, int Files, string? Format, IReadOnlyList<string> Fields, string? SuggestedMap, WorkFailure? Problem,
    IReadOnlyList<PreviewEvent> Events, IReadOnlyList<RejectedRow> Rejects, int EventsSeen, int RejectsSeen, long Skipped)
{
    internal static PreviewView Of(ImportPreview look) => new(
        look.Source, look.Sources, look.Format, look.Fields, look.SuggestedMap, look.Problem is { } wrong ? new(wrong.What, wrong.Where, wrong.Hint) : null,
        [.. look.Rows.Events.Select(PreviewEvent.Of)], [.. look.Rows.Rejects.Select(reject => new RejectedRow(reject.Line, reject.Reason, reject.Raw, reject.Length))],
        look.Rows.EventsSeen, look.Rows.RejectsSeen, look.Rows.Skipped);
}

/// <summary>An event that would be imported.</summary>
/// <param name="Values">How many values it carries that others can share.</param>
public sealed record PreviewEvent(string Platform, string Id, string AccountId, string? Handle, DateTimeOffset Time, EventKind Kind, string? Text, int Values)
{
    internal static PreviewEvent Of(IncomingEvent e) => new(
        e.Event.Platform, e.Event.Id, e.Event.AccountId, e.Author.Handle, e.Event.Time, e.Event.Kind, e.Event.Text, e.Observables.Count);
}

internal static class PreviewEndpoint
{
    public static void Map(RouteGroupBuilder uploads) =>
        uploads.MapGet("/{id}/preview", Look).Named("previewUpload", "What an uploaded file is, and what its first rows would become");

    private static Ok<PreviewView> Look(
        string id, [Description("Name of a format; found when empty.")] string? format, [Description("A map's YAML.")] string? map,
        [Description("Platform of all events.")] string? platform, Inbox inbox)
    {
        var upload = inbox.Find(id) ?? throw new MissingException($"upload:{id}");
        var options = new ImportOptions
        {
            Called = upload.Name,
            Format = string.IsNullOrWhiteSpace(format) ? null : format,
            Map = string.IsNullOrWhiteSpace(map) ? null : EventMap.Parse(map, "map"),
            Platform = string.IsNullOrWhiteSpace(platform) ? null : platform,
        };
        return TypedResults.Ok(PreviewView.Of(ImportPreview.Of(inbox.PathOf(upload), options)));
    }
}
