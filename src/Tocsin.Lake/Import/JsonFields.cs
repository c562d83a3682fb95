using System.Runtime.InteropServices;
using System.Text.Json;
using Tocsin.Lake.Import.Reading;

namespace Tocsin.Lake.Import;

/// <summary>A JSON object. Of members with the same name the last one counts.</summary>
internal sealed class JsonFields : Fields
{
    private readonly JsonElement _object;
    private readonly ReadOnlyMemory<byte>? _raw;

    public JsonFields(JsonElement value, ReadOnlyMemory<byte> raw, long line, Envelope? envelope)
    {
        (_object, _raw, Line, Envelope) = (value, raw, line, envelope);
    }

    private JsonFields(JsonElement value, JsonFields outer)
    {
        (_object, Line, Envelope) = (value, outer.Line, outer.Envelope);
    }

    public override ReadOnlyMemory<byte> Raw => _raw ?? JsonMarshal.GetRawUtf8Value(_object).ToArray();

    public override IEnumerable<string> Names => _object.EnumerateObject().Select(member => member.Name);

    public override bool Has(string name) => _object.TryGetProperty(name, out _);

    public override string? Text(string name) => _object.TryGetProperty(name, out var value) ? Plain(value) : null;

    public override IEnumerable<string> List(string name)
    {
        if (!_object.TryGetProperty(name, out var value))
            yield break;
        if (value.ValueKind != JsonValueKind.Array)
        {
            if (Plain(value) is { } single)
                yield return single;
            yield break;
        }
        foreach (var item in value.EnumerateArray())
        {
            if (Plain(item) is { } text)
                yield return text;
        }
    }

    public override Fields? Object(string name) =>
        _object.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? new JsonFields(value, this) : null;

    public override IEnumerable<Fields> Objects(string name)
    {
        if (!_object.TryGetProperty(name, out var value))
            yield break;
        if (value.ValueKind == JsonValueKind.Object)
            yield return new JsonFields(value, this);
        if (value.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object)
                yield return new JsonFields(item, this);
        }
    }

    public override IEnumerable<(string? Plain, Fields? Object)> Pieces(string name)
    {
        if (!_object.TryGetProperty(name, out var value))
            yield break;
        if (value.ValueKind != JsonValueKind.Array)
        {
            yield return (Plain(value), null);
            yield break;
        }
        foreach (var item in value.EnumerateArray())
            yield return item.ValueKind == JsonValueKind.Object ? (null, new JsonFields(item, this)) : (Plain(item), null);
    }

    private static string? Plain(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text.Replace('\0', '\uFFFD');
    }
}
