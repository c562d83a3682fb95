using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Imports;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Work;

namespace Tocsin.Console.Api.Jobs;

/// <summary>Files that wait to be imported.</summary>
internal static class UploadEndpoints
{
    public static void Map(RouteGroupBuilder imports)
    {
        var uploads = imports.MapGroup("/uploads").RequireAuthorization(Policies.Write);
        uploads.MapPost("", TakeAsync).Named("uploadFile", "Upload a file; it waits until it is imported or a week has passed")
            .WithMetadata(new DisableRequestSizeLimitAttribute()).WithMetadata(new TextBody("application/octet-stream", "…"));
        uploads.MapGet("", (Inbox inbox) => TypedResults.Ok(inbox.List())).Named("listUploads", "Files that wait to be imported");
        PreviewEndpoint.Map(uploads);
        uploads.MapDelete("/{id}", RemoveAsync).Named("removeUpload", "Remove an uploaded file");
    }

    private static async Task<Created<Upload>> TakeAsync(
        HttpRequest request, [Description("What the file is called.")] string? name, Uploads uploads, CurrentPerson person, CancellationToken cancel)
    {
        var upload = await uploads.TakeAsync(person.Actor, name, request.Body, request.ContentLength, cancel);
        return TypedResults.Created($"/api/v1/imports/uploads/{upload.Id}", upload);
    }

    private static async Task<NoContent> RemoveAsync(string id, Uploads uploads, CurrentPerson person, CancellationToken cancel)
    {
        await uploads.RemoveAsync(person.Actor, id, cancel);
        return TypedResults.NoContent();
    }
}
