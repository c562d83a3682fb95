using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Api.Answers;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Api.Signals;

/// <summary>Labels and tags, on signals and on accounts alike.</summary>
internal static class NoteEndpoints
{
    private static readonly LabelRequest Label = new("election", "Links lead to the forged ballot site.");
    private static readonly TagRequest Tag = new("to read");

    public static void Map(IEndpointRouteBuilder api)
    {
        var notes = api.MapGroup("").RequireAuthorization(Policies.Write);
        notes.MapPost("/signals/{id}/labels", (string id, LabelRequest body, Triage triage, CurrentPerson person, CancellationToken cancel) =>
            AddLabelAsync(Subject.Signal(id), body, triage, person, cancel)).Named("labelSignal", "Put a label on a signal").WithTags("Signals").WithExample(Label);
        notes.MapPost("/accounts/{key}/labels", (string key, LabelRequest body, Triage triage, CurrentPerson person, CancellationToken cancel) =>
            AddLabelAsync(Subject.Account(AccountKeys.Parse("key", key)), body, triage, person, cancel)).Named("labelAccount", "Put a label on an account").WithTags("Accounts").WithExample(Label);
        notes.MapPost("/signals/{id}/tags", (string id, TagRequest body, Triage triage, CurrentPerson person, CancellationToken cancel) =>
            AddTagAsync(Subject.Signal(id), body, triage, person, cancel)).Named("tagSignal", "Tag a signal for oneself").WithTags("Signals").WithExample(Tag);
        notes.MapPost("/accounts/{key}/tags", (string key, TagRequest body, Triage triage, CurrentPerson person, CancellationToken cancel) =>
            AddTagAsync(Subject.Account(AccountKeys.Parse("key", key)), body, triage, person, cancel)).Named("tagAccount", "Tag an account for oneself").WithTags("Accounts").WithExample(Tag);
        notes.MapDelete("/labels/{id:long}", RemoveLabelAsync).Named("removeLabel", "Take a label away").WithTags("Signals");
        notes.MapDelete("/tags/{id:long}", RemoveTagAsync).Named("removeTag", "Take a tag of one's own away").WithTags("Signals");
    }

    private static async Task<Created<Label>> AddLabelAsync(Subject subject, LabelRequest body, Triage triage, CurrentPerson person, CancellationToken cancel)
    {
        var label = await triage.AddLabelAsync(person.Actor, subject, body.Text, body.Reason, body.Expires, cancel);
        return TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"/api/v1/labels/{label.Id}"), label);
    }

    private static async Task<Created<Tag>> AddTagAsync(Subject subject, TagRequest body, Triage triage, CurrentPerson person, CancellationToken cancel)
    {
        var tag = await triage.AddTagAsync(person.Actor, subject, body.Text, cancel);
        return TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"/api/v1/tags/{tag.Id}"), tag);
    }

    private static async Task<NoContent> RemoveLabelAsync(long id, Triage triage, CurrentPerson person, CancellationToken cancel)
    {
        await triage.RemoveLabelAsync(person.Actor, id, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RemoveTagAsync(long id, Triage triage, CurrentPerson person, CancellationToken cancel)
    {
        await triage.RemoveTagAsync(person.Actor, id, cancel);
        return TypedResults.NoContent();
    }
}
