using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;
using Tocsin.Core;

namespace Tocsin.Console.Screens.Networks;

/// <summary>
/// <c>POST /networks/{id}/members</c>: puts accounts in or takes them out. With script the answer is the counts of the screen with a
/// message; without, the way back to the table. A conflict (409) or a fault (422) changes nothing and says why.
/// </summary>
internal sealed class JudgeEndpoint(NetworkReader reader, Triage triage, CurrentPerson person)
{
    public static void Map(IEndpointRouteBuilder networks) => networks
        .MapPost("/members", (string id, HttpContext http, JudgeEndpoint endpoint, CancellationToken cancel) => endpoint.RunAsync(id, http, cancel))
        .Accepts<IFormCollection>("application/x-www-form-urlencoded")
        .RequireAuthorization(Policies.Write)
        .WithSummary("Put accounts into a network or take them out");

    private async Task<IResult> RunAsync(string id, HttpContext http, CancellationToken cancel)
    {
        if (await reader.FileAsync(id, cancel) is not { } file) return Results.NotFound();
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(cancel) : FormCollection.Empty;
        try
        {
            var judgement = Judgement.Of(form, http.Request.Query);
            _ = await judgement.DoAsync(triage, person.Actor, file, cancel);
            return ByScript(http) ? await AnswerAsync(id, judgement, null, null, StatusCodes.Status200OK, cancel)
                : Results.LocalRedirect($"/networks/{Uri.EscapeDataString(id)}?tab=accounts", permanent: false, preserveMethod: false);
        }
        catch (ConflictException conflict)
        {
            return await RefuseAsync(id, http, conflict, null, StatusCodes.Status409Conflict, cancel);
        }
        catch (Problem problem)
        {
            return await RefuseAsync(id, http, null, problem, StatusCodes.Status422UnprocessableEntity, cancel);
        }
    }

    private Task<IResult> RefuseAsync(string id, HttpContext http, ConflictException? conflict, Problem? problem, int status, CancellationToken cancel) => ByScript(http)
        ? AnswerAsync(id, null, conflict, problem, status, cancel)
        : Task.FromResult<IResult>(new RazorComponentResult<JudgeRefused>(new { Id = id, Conflict = conflict, Problem = problem }) { StatusCode = status });

    private async Task<IResult> AnswerAsync(string id, Judgement? judgement, ConflictException? conflict, Problem? problem, int status, CancellationToken cancel)
    {
        var view = await reader.ReadAsync(NetworkAddress.Of(id, QueryCollection.Empty), cancel);
        return new RazorComponentResult<JudgeAnswer>(new { View = view, Judgement = judgement, Conflict = conflict, Problem = problem }) { StatusCode = status };
    }

    private static bool ByScript(HttpContext http) => http.Request.Headers.ContainsKey("HX-Request");
}
