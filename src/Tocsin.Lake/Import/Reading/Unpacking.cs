using System.IO.Compression;
using System.Text;

namespace Tocsin.Lake.Import.Reading;

/// <summary>What a source is packed as, told by its first bytes, never by its name.</summary>
internal enum Packing
{
    None,
    Gzip,
    Zstandard,
    Zip,
    Parquet,
}

/// <summary>Turns packed and differently encoded bytes into a stream of UTF-8 without a byte order mark.</summary>
internal static class Unpacking
{
    public static Packing Detect(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? Packing.Gzip
        : head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) ? Packing.Zstandard
        : head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) ? Packing.Zip
        : head.StartsWith("PAR1"u8) ? Packing.Parquet
        : Packing.None;

    /// <summary>The text in a plain or gzip'ed stream.</summary>
    public static Stream Text(Stream raw, Meter meter, ImportLimits limits)
    {
        var (head, whole) = Peek(new MeteredStream(raw, meter));
        return Detect(head) == Packing.Gzip
            ? Text(new ExpansionGuard(new GZipStream(whole, CompressionMode.Decompress), () => meter.Bytes, limits))
            : Decode(head, whole);
    }

    public static Stream Text(Stream unpacked)
    {
        var (head, whole) = Peek(unpacked);
        return Decode(head, whole);
    }

    public static (byte[] Head, Stream Whole) Peek(Stream stream)
    {
        var head = new byte[4];
        var count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        head = head[..count];
        return (head, new PrefixedStream(head, stream));
    }

    private static Stream Decode(byte[] head, Stream whole)
    {
        ReadOnlySpan<byte> mark = head;
        if (mark.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Transcode(whole, Encoding.Unicode, 2);
        if (mark.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Transcode(whole, Encoding.BigEndianUnicode, 2);
        return mark.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Without(whole, 3) : whole;
    }

    private static Stream Transcode(Stream whole, Encoding encoding, int mark) =>
        Encoding.CreateTranscodingStream(Without(whole, mark), encoding, Encoding.UTF8);

    private static Stream Without(Stream whole, int mark)
    {
        whole.ReadExactly(new byte[mark]);
        return whole;
    }
}
