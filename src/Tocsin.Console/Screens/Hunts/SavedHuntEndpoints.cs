using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>Keeps, renames and deletes saved hunts. With script the answer is the changed row; without, the way back.</summary>
internal static class SavedHuntEndpoints
{
    private const string Form = "application/x-www-form-urlencoded";

    public static void Map(IEndpointRouteBuilder app)
    {
        var hunts = app.MapGroup("/hunt/saved").WithTags("Hunts");
        hunts.MapGet("/{id:long}/hits", HitsAsync).ExcludeFromDescription();
        var writes = hunts.MapGroup("").RequireAuthorization(Policies.Write);
        writes.MapPost("", SaveAsync).Accepts<IFormCollection>(Form).WithSummary("Save a hunt, or the changes to one");
        writes.MapPost("/{id:long}", RenameAsync).Accepts<IFormCollection>(Form).WithSummary("Rename, annotate or share a hunt");
        writes.MapPost("/{id:long}/delete", DeleteAsync).Accepts<IFormCollection>(Form).WithSummary("Delete a hunt");
        writes.MapPost("/restore", RestoreAsync).WithSummary("Save a hunt again that was deleted");
    }

    private static async Task<IResult> HitsAsync(long id, Casework.Hunts hunts, HuntLooks looks, HuntDesk desk, CurrentPerson person, CancellationToken cancel)
    {
        if (await hunts.FindAsync(person.Id, id, cancel) is not { Mode: HuntMode.Words } hunt) return TypedResults.NotFound();
        return new RazorComponentResult<SavedHits>(new { Found = desk.CountOf(hunt, cancel), Seen = (await looks.ListAsync(person.Id, cancel)).GetValueOrDefault(id) });
    }

    private static async Task<IResult> SaveAsync(HttpContext http, Casework.Hunts hunts, CurrentPerson person, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var draft = new HuntDraft(
            form["name"].ToString(), Enum.TryParse<HuntMode>(form["mode"], out var mode) ? mode : HuntMode.Words, form["query"].ToString(),
            form["view"], form["shared"] == "true", form["note"]);
        var saved = form["as"] == "change" && long.TryParse(form["id"], out var id)
            ? await hunts.ChangeAsync(person.Actor, id, Version(form), draft, cancel)
            : await hunts.SaveAsync(person.Actor, draft, cancel);
        return TypedResults.LocalRedirect(SavedAddress.Of(saved));
    }

    private static async Task<IResult> RenameAsync(long id, HttpContext http, Casework.Hunts hunts, CurrentPerson person, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        if (await hunts.FindAsync(person.Id, id, cancel) is not { } hunt) return TypedResults.NotFound();
        var draft = DraftOf(hunt) with { Name = form["name"].ToString(), Note = form["note"], Shared = form["shared"] == "true" };
        var changed = await hunts.ChangeAsync(person.Actor, id, Version(form), draft, cancel);
        return IsByScript(http) ? new RazorComponentResult<SavedHuntRow>(new { Hunt = changed }) : Back();
    }

    private static async Task<IResult> DeleteAsync(long id, HttpContext http, Casework.Hunts hunts, CurrentPerson person, CancellationToken cancel)
    {
        if (await hunts.FindAsync(person.Id, id, cancel) is not { } hunt) return TypedResults.NotFound();
        await hunts.DeleteAsync(person.Actor, id, cancel);
        return IsByScript(http) ? new RazorComponentResult<SavedHuntGone>(new { Hunt = hunt }) : Back();
    }

    /// <summary>Undoing a deletion saves the hunt anew: it gets a new number, and the audit tells both.</summary>
    private static async Task<IResult> RestoreAsync(string name, HuntMode mode, string query, string? view, bool shared, string? note, Casework.Hunts hunts, CurrentPerson person, CancellationToken cancel)
    {
        var hunt = await hunts.SaveAsync(person.Actor, new HuntDraft(name, mode, query, view, shared, note), cancel);
        return new RazorComponentResult<SavedHuntRow>(new { Hunt = hunt });
    }

    /// <summary>The address that brings a deleted hunt back.</summary>
    public static string Restore(Hunt hunt) => "/hunt/saved/restore" + QueryString.Create(new Dictionary<string, string?>
    {
        ["name"] = hunt.Name,
        ["mode"] = $"{hunt.Mode}",
        ["query"] = hunt.Query,
        ["view"] = hunt.View,
        ["shared"] = hunt.Shared ? "true" : "false",
        ["note"] = hunt.Note,
    }.Where(pair => pair.Value is not null));

    private static HuntDraft DraftOf(Hunt hunt) => new(hunt.Name, hunt.Mode, hunt.Query, hunt.View, hunt.Shared, hunt.Note);

    private static int Version(IFormCollection form) => int.TryParse(form["version"], out var version) ? version : 0;

    private static bool IsByScript(HttpContext http) => http.Request.Headers.ContainsKey("HX-Request");

    private static RedirectHttpResult Back() => TypedResults.LocalRedirect("/hunt/saved");
}
