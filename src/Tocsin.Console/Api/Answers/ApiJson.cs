using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tocsin.Console.Api.Answers;

/// <summary>How the API writes and reads JSON: camelCase names, enumerations as words, 64-bit keys as text, nothing guessed.</summary>
internal static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new KeyConverter());
    }

    /// <summary>Keys of accounts and events: a number of JavaScript cannot hold them.</summary>
    private sealed class KeyConverter : JsonConverter<ulong>
    {
        public override ulong Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ulong.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var key)
                ? key
                : throw new JsonException("a key is a text of digits");

        public override void Write(Utf8JsonWriter writer, ulong value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }
}
