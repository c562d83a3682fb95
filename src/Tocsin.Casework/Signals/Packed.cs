using System.IO.Compression;
using System.Text.Json;

namespace Tocsin.Casework;

/// <summary>
/// Documents as compressed UTF-8 JSON: a tenth of the text, and out of reach of what a database makes of text (PostgreSQL
/// takes no U+0000; JSON escapes it).
/// </summary>
internal static class Packed
{
    public static byte[] Of<T>(T value) => Bytes(JsonSerializer.SerializeToUtf8Bytes(value));

    public static byte[] Bytes(ReadOnlySpan<byte> json)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(json);
        return packed.ToArray();
    }

    public static T Open<T>(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(brotli)!;
    }

    public static byte[] OpenBytes(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var json = new MemoryStream();
        brotli.CopyTo(json);
        return json.ToArray();
    }
}
