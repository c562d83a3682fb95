using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Tocsin.Console.Api.Document;

namespace Tocsin.Console.Screens.Guide;

/// <summary>The API as a person reads it.</summary>
internal sealed record ApiGuide(string Address, IReadOnlyList<GuidePart> Parts);

internal sealed record GuidePart(string Name, string Anchor, string About, IReadOnlyList<GuideOperation> Operations);

/// <summary>One operation.</summary>
/// <param name="Answer">Name of the schema of what it answers.</param>
internal sealed record GuideOperation(
    string Id, string Method, string Path, string Summary, string About, IReadOnlyList<GuideParameter> Parameters, string? BodyType, string? Example,
    IReadOnlyList<string> Statuses, string? Answer);

internal sealed record GuideParameter(string Name, string In, string About, bool Required);

/// <summary>Reads the guide from the document that programs get; it is the same for everybody, so it is read once.</summary>
internal sealed class GuideReader([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider documents)
{
    private IReadOnlyList<GuidePart>? _parts;

    public async Task<ApiGuide> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        _parts ??= Parts(JsonNode.Parse(await (await documents.GetOpenApiDocumentAsync(cancel)).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancel))!);
        return new($"{request.Scheme}://{request.Host}", _parts);
    }

    private static IReadOnlyList<GuidePart> Parts(JsonNode document)
    {
        var operations = document["paths"]!.AsObject().Where(path => path.Key.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(path => path.Value!.AsObject().Select(one => (Tag: one.Value!["tags"]?[0]?.GetValue<string>() ?? "", Operation: Read(path.Key, one.Key, one.Value!)))).ToLookup(one => one.Tag, one => one.Operation);
        return
        [
            .. document["tags"]!.AsArray().Select(tag => (Name: Text(tag, "name"), About: Text(tag, "description"))).Where(tag => operations[tag.Name].Any())
                .Select(tag => new GuidePart(tag.Name, tag.Name.ToLowerInvariant(), tag.About, [.. operations[tag.Name]])),
        ];
    }

    private static GuideOperation Read(string path, string method, JsonNode operation)
    {
        var body = operation["requestBody"]?["content"]?.AsObject().FirstOrDefault();
        var statuses = operation["responses"]!.AsObject();
        return new(
            Text(operation, "operationId"), method.ToUpperInvariant(), path, Text(operation, "summary"), Text(operation, "description"),
            [.. (operation["parameters"]?.AsArray() ?? []).Select(one => new GuideParameter(Text(one, "name"), Text(one, "in"), Text(one, "description"), one!["required"]?.GetValue<bool>() ?? false))],
            body?.Key, Example(body?.Value?["example"]), [.. statuses.Select(status => status.Key)], SchemaName(statuses.FirstOrDefault(status => status.Key.StartsWith('2')).Value));
    }

    private static string? Example(JsonNode? example) => example switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => example.ToJsonString(new() { WriteIndented = true }),
    };

    private static string? SchemaName(JsonNode? response) =>
        response?["content"]?.AsObject().FirstOrDefault().Value?["schema"]?["$ref"]?.GetValue<string>() is { } reference ? reference[(reference.LastIndexOf('/') + 1)..] : null;

    private static string Text(JsonNode? node, string name) => node?[name]?.GetValue<string>() ?? "";
}
