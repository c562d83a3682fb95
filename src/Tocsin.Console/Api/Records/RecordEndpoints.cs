using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Api.Answers;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Api.Signals;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Work;
using Tocsin.Core.Detection;

namespace Tocsin.Console.Api.Records;

/// <summary>Which of one's notifications have been read: all up to one.</summary>
/// <param name="UpTo">Id of the newest that was seen.</param>
public sealed record ReadRequest(long UpTo);

/// <summary>Notifications, settings, the audit, detectors.</summary>
internal static class RecordEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/notifications", NotificationsAsync).RequireAuthorization(Policies.Read).WithTags("Notifications").Named("listNotifications", "One's own notifications, the newest first");
        api.MapPost("/notifications/read", ReadAllAsync).RequireAuthorization(Policies.Write).WithTags("Notifications")
            .Named("readNotifications", "Mark one's notifications as read, up to one").WithExample(new ReadRequest(17));
        api.MapPost("/notifications/{id:long}/read", ReadOneAsync).RequireAuthorization(Policies.Write).WithTags("Notifications").Named("readNotification", "Mark one notification as read");
        api.MapGet("/settings", SettingsAsync).RequireAuthorization(Policies.Read).WithTags("Settings").Named("getSettings", "What all agree on about scans and imports");
        api.MapPut("/settings", ChangeSettingsAsync).RequireAuthorization(Policies.Lead).WithTags("Settings")
            .Named("changeSettings", "Change what all agree on").WithExample(new WorkChoices(60, WorkSettings.UsualUpload));
        api.MapGet("/audit", AuditAsync).RequireAuthorization(Policies.Admin).WithTags("Audit").Named("listAudit", "Who did what, the newest first");
        api.MapGet("/detectors", () => TypedResults.Ok(DetectorCatalog.All)).RequireAuthorization(Policies.Read).WithTags("Detectors").Named("listDetectors", "What looks for signals");
        api.MapGet("/detectors/{name}", Ok<DetectorDescription> (string name) => TypedResults.Ok(DetectorCatalog.Find(name) ?? throw new MissingException($"detector:{name}")))
            .RequireAuthorization(Policies.Read).WithTags("Detectors").Named("getDetector", "How a detector works");
    }

    private static async Task<Ok<Listed<Notification>>> NotificationsAsync(
        bool? unread, string? cursor, int? limit, Notifications notifications, CurrentPerson person, CancellationToken cancel) => TypedResults.Ok(
            Listed.ById(await notifications.ListAsync(person.Id, unread ?? false, Cursors.Id(cursor), Listed.Take(limit), cancel), limit, one => one.Id, one => one));

    private static async Task<NoContent> ReadOneAsync(long id, Notifications notifications, CurrentPerson person, CancellationToken cancel)
    {
        await notifications.MarkReadAsync(person.Actor, id, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ReadAllAsync(ReadRequest body, Notifications notifications, CurrentPerson person, CancellationToken cancel)
    {
        await notifications.MarkAllReadAsync(person.Actor, body.UpTo, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<WorkChoices>> SettingsAsync(WorkSettings settings, CancellationToken cancel) => TypedResults.Ok(await settings.ReadAsync(cancel));

    private static async Task<Ok<WorkChoices>> ChangeSettingsAsync(WorkChoices body, WorkSettings settings, CurrentPerson person, CancellationToken cancel)
    {
        await settings.ChangeAsync(person.Actor, body, cancel);
        return TypedResults.Ok(await settings.ReadAsync(cancel));
    }

    private static async Task<Ok<Listed<HistoryEntry>>> AuditAsync([AsParameters] AuditAsk ask, string? cursor, int? limit, AuditLog audit, CancellationToken cancel) => TypedResults.Ok(
        Listed.ById(await audit.ListAsync(ask.Filter, Cursors.Id(cursor), Listed.Take(limit), cancel), limit, entry => entry.Id, HistoryEntry.Of));
}
