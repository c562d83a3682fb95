using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Tocsin.Casework;
using Tocsin.Core;
using Tocsin.Core.Events;

namespace Tocsin.Console.Api.Problems;

/// <summary>Which status and which words an error has.</summary>
internal static class ErrorMap
{
    public static ApiProblem Of(Exception error, HttpRequest request) => error switch
    {
        RefusedException refused => ApiProblem.Of(refused.Status, refused.Problem),
        Problem problem => ApiProblem.Of(StatusCodes.Status400BadRequest, problem),
        MissingException missing => ApiProblem.Of(
            StatusCodes.Status404NotFound, $"there is no {missing.Subject}", request.Path, "list what there is; it may have been removed, or belong to somebody else"),
        ConflictException conflict => OfConflict(conflict, request),
        BadHttpRequestException bad => OfRequest(bad, request),
        LakeException => ApiProblem.Of(
            StatusCodes.Status500InternalServerError, error.Message.Split('\n', 2)[0], "the lake", "try again; if it stays, the console's log has the trace"),
        _ => ApiProblem.Of(
            StatusCodes.Status500InternalServerError, "something unexpected went wrong", request.Path, "this is a defect in Tocsin; the console's log has the trace"),
    };

    /// <summary>What a status says by itself.</summary>
    public static ApiProblem OfStatus(HttpContext context)
    {
        var (status, where) = (context.Response.StatusCode, context.Request.Path.ToString());
        return status switch
        {
            StatusCodes.Status404NotFound => ApiProblem.Of(status, "there is nothing at this address", where, "/openapi/v1.json lists all addresses"),
            StatusCodes.Status405MethodNotAllowed => ApiProblem.Of(status, $"{context.Request.Method} is not possible here", where, "the header Allow says what is"),
            StatusCodes.Status413PayloadTooLarge => ApiProblem.Of(status, "the request is too large", where, "send it in parts"),
            StatusCodes.Status415UnsupportedMediaType => ApiProblem.Of(status, "the content is of a type that is not taken here", "Content-Type", "/openapi/v1.json says which are"),
            _ => ApiProblem.Of(status, $"the request was refused ({status})", where, "/openapi/v1.json says what is expected"),
        };
    }

    private static ApiProblem OfConflict(ConflictException conflict, HttpRequest request)
    {
        var held = conflict.Kind == ConflictKind.Held;
        var status = held || !request.Headers.ContainsKey("If-Match") ? StatusCodes.Status409Conflict : StatusCodes.Status412PreconditionFailed;
        return ApiProblem.Of(status, conflict.Message, conflict.Subject, held ? "wait until the hold ends, or ask who holds it" : "read it again, and decide on what it is now") with
        {
            Changes = [.. conflict.Changes.Select(ApiChange.Of)],
            Current = conflict.Current,
        };
    }

    private static ApiProblem OfRequest(BadHttpRequestException bad, HttpRequest request) => bad.InnerException is JsonException json
        ? ApiProblem.Of(bad.StatusCode, $"the body cannot be read: {json.Message.Split(" Path:")[0].Split(" LineNumber:")[0].TrimEnd('.')}", json.Path ?? "body", "/openapi/v1.json says what is expected")
        : ApiProblem.Of(bad.StatusCode, bad.Message.TrimEnd('.'), request.Path, "/openapi/v1.json says what is expected");
}

/// <summary>A refusal with a status of its own.</summary>
internal sealed class RefusedException(int status, string what, string where, string hint) : Exception(what)
{
    public int Status { get; } = status;

    public Problem Problem { get; } = new(what, where, hint);
}
