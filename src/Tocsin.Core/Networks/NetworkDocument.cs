using System.IO.Compression;
using System.IO.Hashing;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tocsin.Core.Networks;

/// <summary>A <see cref="NetworkGraph"/> at rest: JSON in columns, compressed with Brotli once, so that it is kept and sent as it is.</summary>
public sealed record NetworkDocument(byte[] Brotli)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    public static NetworkDocument Pack(NetworkGraph graph)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal)) JsonSerializer.Serialize(brotli, NetworkColumns.Of(graph), Json);
        return new NetworkDocument(packed.ToArray());
    }

    /// <summary>The graph itself.</summary>
    /// <exception cref="InvalidDataException">The document is damaged.</exception>
    public NetworkGraph Unpack()
    {
        try
        {
            return Parse(Open());
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The graph of the network is damaged.", damage);
        }
    }

    /// <summary>The JSON, uncompressed.</summary>
    public Stream Open() => new BrotliStream(new MemoryStream(Brotli, writable: false), CompressionMode.Decompress);

    /// <summary>Equal documents have equal tags.</summary>
    public string Tag => $"{XxHash3.HashToUInt64(Brotli):x16}";

    internal static NetworkGraph Parse(Stream json)
    {
        using (json) return JsonSerializer.Deserialize<NetworkColumns>(json, Json)!.ToGraph();
    }
}
