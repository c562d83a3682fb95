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
using Tocsin.Console.Work;

namespace Tocsin.Console.Api.Jobs;

/// <summary>How an uploaded file is to be imported.</summary>
/// <param name="Upload">Id of the upload.</param>
/// <param name="Format">Name of a format; null to find it.</param>
/// <param name="Map">A map's YAML (docs/formats.md), where no format reads the file.</param>
/// <param name="Platform">Platform of all events, where the file does not say it.</param>
public sealed record ImportAsk(string Upload, string? Format = null, string? Map = null, string? Platform = null);

/// <summary>Imports of uploaded files: asking for them, watching them, stopping them.</summary>
internal static class ImportEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("Imports");
        imports.MapGet("", ListAsync).RequireAuthorization(Policies.Read).Named("listImports", "Imports of uploaded files, the newest first");
        imports.MapGet("/{id:long}", FindAsync).RequireAuthorization(Policies.Read).Named("getImport", "How far an import is, or how it went");
        imports.MapPost("", AskAsync).RequireAuthorization(Policies.Write).Named("startImport", "Import an uploaded file in the background")
            .WithExample(new ImportAsk("kT3v9Qm0aXbC"));
        imports.MapDelete("/{id:long}", StopAsync).RequireAuthorization(Policies.Write).Named("stopImport", "Stop an import; what it has read stays");
        UploadEndpoints.Map(imports);
        FileEndpoints.Map(imports);
    }

    private static async Task<Ok<Listed<WorkView<ImportReport>>>> ListAsync(string? cursor, int? limit, WorkReader work, CancellationToken cancel) =>
        TypedResults.Ok(await work.ListAsync<ImportReport>(WorkKind.Import, cursor, limit, cancel));

    private static async Task<Ok<WorkView<ImportReport>>> FindAsync(long id, WorkReader work, CancellationToken cancel) =>
        TypedResults.Ok(await work.FindAsync<ImportReport>(WorkKind.Import, id, cancel));

    private static async Task<Accepted<WorkView<ImportReport>>> AskAsync(ImportAsk body, UploadImports imports, WorkReader work, CurrentPerson person, CancellationToken cancel)
    {
        var run = await imports.AskAsync(person.Actor, body.Upload, body.Format, body.Map, body.Platform, cancel);
        return TypedResults.Accepted(string.Create(CultureInfo.InvariantCulture, $"/api/v1/imports/{run.Id}"), await work.FindAsync<ImportReport>(WorkKind.Import, run.Id, cancel));
    }

    private static async Task<Accepted<WorkView<ImportReport>>> StopAsync(long id, WorkReader work, CurrentPerson person, CancellationToken cancel) =>
        TypedResults.Accepted(string.Create(CultureInfo.InvariantCulture, $"/api/v1/imports/{id}"), await work.StopAsync<ImportReport>(person.Actor, WorkKind.Import, id, cancel));
}
