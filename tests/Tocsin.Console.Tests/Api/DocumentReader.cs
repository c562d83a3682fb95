using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Api;

/// <summary>One operation of the document.</summary>
internal sealed record Operation(string Method, string Path, JsonObject Json)
{
    public string Id => Json["operationId"]!.GetValue<string>();

    public string? Summary => Json["summary"]?.GetValue<string>();

    public IEnumerable<string> Tags => Json["tags"]!.AsArray().Select(tag => tag!.GetValue<string>());

    /// <summary>Where people come in: open to everybody.</summary>
    public bool IsDoor => AccessGuard.IsUnder(Path, AccessGuard.Doors);

    /// <summary>One's own account may be changed by everybody who has one.</summary>
    public bool IsOwnAccount => AccessGuard.IsUnder(Path, ["/account"]);

    public string? BodyType => Json["requestBody"]?["content"]?.AsObject().First().Key;

    public JsonNode? Body => Json["requestBody"]?["content"]?.AsObject().First().Value;

    public IEnumerable<(string Status, JsonNode? Schema)> Responses =>
        Json["responses"]!.AsObject().Select(response => (response.Key, response.Value!["content"]?.AsObject().First().Value!["schema"]));

    public IEnumerable<(string Name, string In, bool Required)> Parameters => (Json["parameters"]?.AsArray() ?? [])
        .Select(parameter => (parameter!["name"]!.GetValue<string>(), parameter["in"]!.GetValue<string>(), parameter["required"]?.GetValue<bool>() ?? false));
}

/// <summary>The OpenAPI document as the console serves it.</summary>
internal sealed partial class DocumentReader
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    private DocumentReader(JsonObject root)
    {
        Root = root;
        Operations =
        [
            .. root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Where(one => Methods.Contains(one.Key))
                .Select(one => new Operation(one.Key.ToUpperInvariant(), path.Key, one.Value!.AsObject()))),
        ];
    }

    public JsonObject Root { get; }

    public IReadOnlyList<Operation> Operations { get; }

    public static async Task<DocumentReader> OpenAsync(RunningConsole console)
    {
        using var reader = await console.WithTokenAsync(PersonRole.Viewer, "read");
        return new(JsonNode.Parse(await reader.GetStringAsync("/openapi/v1.json"))!.AsObject());
    }

    /// <summary>A route as the document has it: without constraints.</summary>
    public static string Plain(string route) => Constraint().Replace(route.TrimStart('/').TrimEnd('/'), "{${name}}");

    public JsonNode? Resolve(string reference)
    {
        JsonNode? at = Root;
        foreach (var part in reference.TrimStart('#', '/').Split('/')) at = at?[part.Replace("~1", "/").Replace("~0", "~")];
        return at;
    }

    public IEnumerable<string> References() => References(Root);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(one => one.Key == "$ref" && one.Value is JsonValue value ? [value.GetValue<string>()] : References(one.Value)),
        JsonArray all => all.SelectMany(References),
        _ => [],
    };

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(?::[^}]*|\?)?\}", RegexOptions.None, 1000)]
    private static partial Regex Constraint();
}
