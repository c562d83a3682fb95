using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Notices;
using Tocsin.Console.Security.Persons;
using Tocsin.Core;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Work;

/// <summary>The form of the settings about scans and imports.</summary>
internal static class WorkSettingsForm
{
    private const string Page = "/settings/work";
    private const long Megabyte = 1_000_000;

    public static void MapWork(this IEndpointRouteBuilder app) =>
        app.MapPost(Page, ChangeAsync).RequireAuthorization(Policies.Admin).WithTags("Settings").DisableAntiforgery();

    private static async Task<See> ChangeAsync(
        [FromForm] int? scanEvery, [FromForm] long? mostUpload, WorkSettings settings, CurrentPerson person, NoticeBoard notices, CancellationToken cancel)
    {
        try
        {
            var before = await settings.ReadAsync(cancel);
            await settings.ChangeAsync(person.Actor, new(scanEvery ?? before.ScanEvery, mostUpload is > 0 and < 10_000_000 ? mostUpload.Value * Megabyte : before.MostUpload), cancel);
            notices.Post(new() { Form = "work", Done = L["Saved."] });
        }
        catch (Problem problem)
        {
            notices.Post(new() { Form = "work", Problem = $"{problem.What}: {problem.Hint}" });
        }
        return new See(Page);
    }
}
