using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Tocsin.Console.Api.Document;

/// <summary>What the types alone do not tell about how they are written.</summary>
internal static class SchemaNotes
{
    public static void Tell(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(ulong))
        {
            schema.Type = schema.Type?.HasFlag(JsonSchemaType.Null) == true ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            (schema.Format, schema.Pattern, schema.Minimum) = (null, "^[0-9]+$", null);
            schema.Description ??= "A 64-bit key, as text because JavaScript's numbers cannot hold it.";
        }
        else if (type == typeof(TimeSpan))
        {
            (schema.Pattern, schema.Description) = (null, "A length of time: [d.]hh:mm:ss[.fffffff]");
        }
    }
}
