using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Notices;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Security.Sessions;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Account;

/// <summary>Where one is signed in, and ending that.</summary>
internal static class SessionEndpoints
{
    private const string Page = "/account/security#sessions";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/account/sessions/{id}/end", EndAsync).WithTags("Account");
        app.MapPost("/account/sessions/end-others", EndOthersAsync).WithTags("Account");
        app.MapPost("/account/sessions/end-all", EndAllAsync).WithTags("Account");
    }

    private static async Task<IResult> EndAsync(string id, CurrentPerson person, SessionDesk desk, NoticeBoard notices)
    {
        await desk.EndAsync(person.Actor, person.Id, id);
        notices.Post(new() { Form = "sessions", Done = L["Signed out there."] });
        return new See(Page);
    }

    private static async Task<IResult> EndOthersAsync(CurrentPerson person, SessionDesk desk, NoticeBoard notices)
    {
        await desk.EndAllAsync(person.Actor, person.Id, person.Session);
        notices.Post(new() { Form = "sessions", Done = L["Signed out everywhere else."] });
        return new See(Page);
    }

    private static async Task<IResult> EndAllAsync(CurrentPerson person, SessionDesk desk, HttpContext context)
    {
        await desk.EndAllAsync(person.Actor, person.Id);
        await desk.SignOutAsync(context);
        return new See("/sign-in");
    }
}
