using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Tocsin.Console.Api.Document;

/// <summary>What an endpoint says of itself in the document.</summary>
internal static class Describing
{
    /// <summary>Its name and what it does.</summary>
    /// <param name="id">The operation's id: unique, as client code will call it.</param>
    /// <param name="summary">One line.</param>
    public static RouteHandlerBuilder Named(this RouteHandlerBuilder endpoint, string id, string summary) => endpoint.WithName(id).WithSummary(summary);

    /// <summary>An example of the body, checked by the compiler.</summary>
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder endpoint, object body) => endpoint.WithMetadata(new BodyExample(body));
}

/// <summary>An example of a request's body.</summary>
internal sealed record BodyExample(object Body);
