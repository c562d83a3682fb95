using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Work;
using Tocsin.Lake.Import;

namespace Tocsin.Console.Screens.Import;

/// <summary>Fragments and forms of the import screens.</summary>
internal static class ImportScreens
{
    public static void MapImport(this IEndpointRouteBuilder app)
    {
        var import = app.MapGroup("/import").WithTags("Work");
        import.MapGet("/work", () => new RazorComponentResult<WorkList>()).ExcludeFromDescription();
        import.MapGet("/files", Files).ExcludeFromDescription();
        import.MapGet("/files/{id:long}/rows", Rejects).ExcludeFromDescription();
        import.MapGet("/runs/{id:long}/state", StateAsync).ExcludeFromDescription();
        import.MapPost("/uploads", UploadAsync).RequireAuthorization(Policies.Write).WithMetadata(new DisableRequestSizeLimitAttribute()).WithSummary("Upload a file");
        import.MapPost("/uploads/{id}/start", StartAsync).RequireAuthorization(Policies.Write).WithSummary("Import an uploaded file");
        import.MapPost("/uploads/{id}/remove", RemoveAsync).RequireAuthorization(Policies.Write).WithSummary("Remove an uploaded file");
        import.MapPost("/runs/{id:long}/cancel", Cancel).RequireAuthorization(Policies.Write).WithSummary("Stop an import or scan");
        import.MapPost("/scan", ScanAsync).RequireAuthorization(Policies.Write).WithSummary("Scan everything now");
    }

    private static RazorComponentResult<FileRows> Files(long? before, IImportJournal journal)
    {
        var (files, next) = FileRows.Read(journal, before);
        return new(new { Files = files, Next = next });
    }

    private static RazorComponentResult<RejectRows> Rejects(long id, long? after, IImportJournal journal)
    {
        var (rejects, next) = RejectRows.Read(journal, id, after);
        return new(new { Rejects = rejects, Next = next, File = id });
    }

    private static async Task<IResult> StateAsync(long id, WorkRuns runs, WorkQueue queue, CancellationToken cancel) =>
        await runs.FindAsync(id, cancel) is { } run && run.Workspace == queue.Workspace ? new RazorComponentResult<RunState>(new { Run = run }) : TypedResults.NotFound();

    /// <summary>The body is the file itself when a script sends it (so that it is never held twice), a form without one.</summary>
    private static async Task<IResult> UploadAsync(HttpRequest request, string? name, Uploads uploads, CurrentPerson person, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
        {
            var sent = await uploads.TakeAsync(person.Actor, name, request.Body, request.ContentLength, cancel);
            return TypedResults.Ok(new { address = ImportRooms.OfUpload(sent.Id) });
        }
        var file = (await request.ReadFormAsync(cancel)).Files.GetFile("file");
        if (file is null) return new See(ImportRooms.Home);
        await using var content = file.OpenReadStream();
        var upload = await uploads.TakeAsync(person.Actor, file.FileName, content, file.Length, cancel);
        return new See(ImportRooms.OfUpload(upload.Id));
    }

    private static async Task<See> StartAsync(string id, HttpRequest request, UploadImports imports, CurrentPerson person, CancellationToken cancel)
    {
        var form = MapForm.Read(await request.ReadFormAsync(cancel));
        var run = await imports.AskAsync(person.Actor, id, form.IsMapped ? null : form.Format, form.Yaml(null), form.Platform, cancel);
        return new See(ImportRooms.OfRun(run.Id));
    }

    private static async Task<See> RemoveAsync(string id, Uploads uploads, CurrentPerson person, CancellationToken cancel)
    {
        await uploads.RemoveAsync(person.Actor, id, cancel);
        return new See(ImportRooms.Home);
    }

    private static See Cancel(long id, WorkQueue queue, CurrentPerson person)
    {
        queue.Cancel(person.Actor, id);
        return new See(ImportRooms.OfRun(id));
    }

    private static async Task<See> ScanAsync(Scans scans, CurrentPerson person, CancellationToken cancel) =>
        new(ImportRooms.OfRun((await scans.AskAsync(person.Actor, new(), cancel)).Id));
}
