using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Tocsin.Console.Api.Admin;
using Tocsin.Console.Api.Problems;
using Tocsin.Console.Security.Access;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Tocsin.Console.Api.Document;

/// <summary>What holds for every operation: who may, what can go wrong, which headers go with it.</summary>
internal sealed class OperationNotes(IOptions<HttpJson> json) : IOpenApiOperationTransformer
{
    private const string ProblemType = "application/problem+json";

    private static readonly Dictionary<string, (PersonRole Role, string Scope)> Needs = new()
    {
        [Policies.Read] = (PersonRole.Viewer, Scopes.Read),
        [Policies.Write] = (PersonRole.Analyst, Scopes.Write),
        [Policies.Ingest] = (PersonRole.Analyst, Scopes.Ingest),
        [Policies.Lead] = (PersonRole.Lead, Scopes.Write),
        [Policies.Admin] = (PersonRole.Admin, Scopes.Write),
    };

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var writes = context.Description.HttpMethod is not ("GET" or "HEAD");
        operation.OperationId ??= NameOf(context);
        var problem = await ProblemSchemaAsync(context, cancellationToken);
        TellWho(operation, context, metadata, writes);
        TellHeaders(operation, writes);
        TellErrors(operation, metadata, writes, problem);
        TellBody(operation, metadata);
        if (metadata.OfType<AlsoCsv>().Any() && operation.Responses?["200"].Content is { } contents)
            contents["text/csv"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }

    /// <summary>Forms of pages have no name of their own: <c>post_signals_decide</c>.</summary>
    private static string NameOf(OpenApiOperationTransformerContext context) => string.Concat(
        $"{context.Description.HttpMethod}_{context.Description.RelativePath}".ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')).Trim('_');

    private static void TellWho(OpenApiOperation operation, OpenApiOperationTransformerContext context, IList<object> metadata, bool writes)
    {
        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [];
            return;
        }
        var asked = metadata.OfType<IAuthorizeData>().Select(ask => ask.Policy).OfType<string>().Where(Needs.ContainsKey).ToList();
        // The guard before every endpoint holds whatever changes something to at least an analyst.
        var policy = asked.Count > 0 ? asked.MaxBy(one => Needs[one].Role)! : writes ? Policies.Write : Policies.Read;
        var (role, scope) = Needs[policy];
        var inPerson = metadata.OfType<InPersonMark>().Any() || !(context.Description.RelativePath ?? "").StartsWith("api/", StringComparison.Ordinal);
        operation.Description = $"{operation.Description} Needs {Article(role)}{(inPerson ? "" : $"; a token needs the scope {scope}")}.".Trim();
        operation.Security = inPerson ? [Session(context)] : [Token(context, scope), Session(context)];
    }

    private static string Article(PersonRole role) => role is PersonRole.Analyst or PersonRole.Admin ? $"an {role}" : $"a {role}";

    private static OpenApiSecurityRequirement Token(OpenApiOperationTransformerContext context, string scope) =>
        new() { [new OpenApiSecuritySchemeReference(ApiDocument.TokenScheme, context.Document)] = [scope] };

    private static OpenApiSecurityRequirement Session(OpenApiOperationTransformerContext context) =>
        new() { [new OpenApiSecuritySchemeReference(ApiDocument.SessionScheme, context.Document)] = [] };

    private static void TellHeaders(OpenApiOperation operation, bool writes)
    {
        if (writes)
        {
            AddHeader(operation, "Idempotency-Key", "Any text of up to 100 characters: the same request with the same key, within a week, is answered as the first was and changes nothing.");
            AddHeader(operation, "X-CSRF", "From a browser: the token of the page. Not needed with an API token.");
        }
        else
        {
            AddHeader(operation, "If-None-Match", "An ETag: 304 when the answer would be the same.");
        }
        if (operation.Parameters?.OfType<OpenApiParameter>().FirstOrDefault(parameter => parameter.Name == "If-Match") is { } seen)
            seen.Description = "The ETag that reading it gave, or * for whatever it is now. Without it the answer is 428.";
    }

    private static void AddHeader(OpenApiOperation operation, string name, string description) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    });

    private static void TellErrors(OpenApiOperation operation, IList<object> metadata, bool writes, IOpenApiSchema problem)
    {
        var errors = new List<(string Status, string About)> { ("400", "It cannot be understood.") };
        if (!metadata.OfType<IAllowAnonymous>().Any()) errors.AddRange([("401", "Nobody is signed in."), ("403", "Role or scope do not allow it.")]);
        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true) errors.Add(("404", "It is not there."));
        if (writes) errors.Add(("409", "Somebody holds it, or its state does not allow this."));
        if (operation.Parameters?.Any(parameter => parameter.Name == "If-Match") == true)
            errors.AddRange([("412", "Somebody wrote meanwhile: `changes` says who and what."), ("428", "If-Match is missing.")]);
        errors.Add(("429", "Too many requests: wait as long as Retry-After says."));
        operation.Responses ??= [];
        foreach (var (status, about) in errors)
        {
            operation.Responses.TryAdd(status, new OpenApiResponse
            {
                Description = about,
                Content = new Dictionary<string, OpenApiMediaType> { [ProblemType] = new OpenApiMediaType { Schema = problem } },
            });
        }
    }

    private void TellBody(OpenApiOperation operation, IList<object> metadata)
    {
        if (metadata.OfType<TextBody>().FirstOrDefault() is { } text)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [text.ContentType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = JsonValue.Create(text.Example) },
                },
            };
        }
        if (metadata.OfType<BodyExample>().FirstOrDefault() is not { } example) return;
        foreach (var content in operation.RequestBody?.Content?.Values.OfType<OpenApiMediaType>() ?? [])
            content.Example = JsonSerializer.SerializeToNode(example.Body, example.Body.GetType(), json.Value.SerializerOptions);
    }

    private static async Task<IOpenApiSchema> ProblemSchemaAsync(OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        const string Name = nameof(ApiProblem);
        if (context.Document!.Components?.Schemas?.ContainsKey(Name) != true)
            context.Document.AddComponent(Name, await context.GetOrCreateSchemaAsync(typeof(ApiProblem), null, cancel));
        return new OpenApiSchemaReference(Name, context.Document);
    }
}
