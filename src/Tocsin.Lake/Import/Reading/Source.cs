using System.Security.Cryptography;

namespace Tocsin.Lake.Import.Reading;

/// <summary>Something that can be read from its start: a file, an entry of an archive, or (once) standard input.</summary>
internal abstract class Source(string path, long size)
{
    /// <summary>As shown to people.</summary>
    public string Path { get; } = path;

    /// <summary>Bytes as they lie there, packed; -1 when unknown.</summary>
    public long Size { get; } = size;

    /// <summary>Packed bytes read so far, of the stream opened last.</summary>
    public long BytesRead => Meter.Bytes;

    protected Meter Meter { get; set; } = new();

    /// <summary>Hex SHA-256 of the bytes; empty when they can be read only once.</summary>
    public abstract string Digest(CancellationToken cancel);

    /// <summary>The text from its start.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public abstract Stream Open(ImportLimits limits);

    /// <summary>Enough of the text to recognise its format by; may be cut anywhere.</summary>
    public virtual Stream OpenSample(ImportLimits limits) => Open(limits);

    protected static string DigestOf(Stream stream, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[256 << 10];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            hash.AppendData(buffer.AsSpan(0, read));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>A file as it lies, plain or gzip'ed.</summary>
internal class FileSource(string path, string shown) : Source(shown, new FileInfo(path).Length)
{
    protected string FilePath { get; } = path;

    public override string Digest(CancellationToken cancel)
    {
        using var file = File.OpenRead(FilePath);
        return DigestOf(file, cancel);
    }

    public override Stream Open(ImportLimits limits) => Unpacking.Text(File.OpenRead(FilePath), Meter = new Meter(), limits);
}

/// <summary>Standard input: its first megabytes are kept to recognise the format by, then it is read once.</summary>
internal sealed class InputSource : Source
{
    private const int SampleBytes = 4 << 20;
    private readonly Stream _input;
    private readonly byte[] _head;

    public InputSource(Stream input)
        : base("-", -1)
    {
        _input = input;
        var head = new byte[SampleBytes];
        _head = head[..input.ReadAtLeast(head, SampleBytes, throwOnEndOfStream: false)];
    }

    public Packing Packing => Unpacking.Detect(_head);

    public override string Digest(CancellationToken cancel) => string.Empty;

    public override Stream Open(ImportLimits limits) => Unpacking.Text(new PrefixedStream(_head, _input), Meter, limits);

    public override Stream OpenSample(ImportLimits limits) => Unpacking.Text(new MemoryStream(_head), new Meter(), limits);
}
