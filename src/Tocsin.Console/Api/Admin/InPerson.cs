using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Console.Api.Problems;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Api.Admin;

/// <summary>Marks what a token may not do, whoever made it: let people in, or make tokens. A token that leaked must not be able to outlive itself.</summary>
internal static class InPerson
{
    public static RouteHandlerBuilder InPersonOnly(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new InPersonMark()).AddEndpointFilter(async (call, next) =>
        call.HttpContext.RequestServices.GetRequiredService<CurrentPerson>().ByToken
            ? throw new RefusedException(StatusCodes.Status403Forbidden, "a token may not do this", "Authorization", "an Admin does it in the console")
            : await next(call));
}

/// <summary>For the document.</summary>
internal sealed record InPersonMark;
