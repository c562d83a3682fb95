using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tocsin.Console.Tests.Api;

/// <summary>Whether JSON has the structure that a schema of the document says: types, required and known members, items, words, patterns.</summary>
internal sealed class SchemaCheck(DocumentReader document)
{
    private const int MostItems = 50;

    /// <summary>What is wrong, each with where.</summary>
    public IReadOnlyList<string> Check(JsonNode? value, JsonNode schema, string at)
    {
        if (schema["$ref"] is { } reference) return Check(value, document.Resolve(reference.GetValue<string>())!, at);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray several)
            return several.Any(one => Check(value, one!, at).Count == 0) ? [] : [$"{at} fits none of {several.Count} schemas: {value?.ToJsonString()}"];
        if (!TypesOf(schema).Any(type => IsOf(value, type))) return [$"{at} is {value?.ToJsonString() ?? "null"}, not {string.Join(" or ", TypesOf(schema))}"];
        if (schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value))) return [$"{at} is {value?.ToJsonString()}, none of its words"];
        if (schema["pattern"] is { } pattern && value is JsonValue && value.GetValueKind() == JsonValueKind.String
            && !Regex.IsMatch(value.GetValue<string>(), pattern.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1))) return [$"{at} does not match its pattern"];
        return value switch
        {
            JsonObject all => Members(all, schema, at),
            JsonArray all when schema["items"] is { } items => [.. all.Take(MostItems).SelectMany((item, i) => Check(item, items, $"{at}[{i}]"))],
            _ => [],
        };
    }

    private IReadOnlyList<string> Members(JsonObject value, JsonNode schema, string at)
    {
        var known = schema["properties"] as JsonObject ?? [];
        var missing = (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).Where(name => !value.ContainsKey(name)).Select(name => $"{at}.{name} is missing");
        var unknown = schema["additionalProperties"] is null && known.Count > 0 ? value.Where(one => !known.ContainsKey(one.Key)).Select(one => $"{at}.{one.Key} is not in the schema") : [];
        var further = schema["additionalProperties"] is JsonObject open ? value.Where(one => !known.ContainsKey(one.Key)).SelectMany(one => Check(one.Value, open, $"{at}.{one.Key}")) : [];
        return [.. missing, .. unknown, .. further, .. value.Where(one => known.ContainsKey(one.Key)).SelectMany(one => Check(one.Value, known[one.Key]!, $"{at}.{one.Key}"))];
    }

    private static IReadOnlyList<string> TypesOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(one => one!.GetValue<string>())],
        JsonValue one => [one.GetValue<string>()],
        _ => ["any"],
    };

    private static bool IsOf(JsonNode? value, string type) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("any", _) => true,
        ("null", JsonValueKind.Null) => true,
        ("object", JsonValueKind.Object) => true,
        ("array", JsonValueKind.Array) => true,
        ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => !value!.ToJsonString().Contains('.'),
        _ => false,
    };
}
