using System.Buffers;
using System.Buffers.Text;

namespace Tocsin.Lake.Coactions;

/// <summary>Puts CSV together as UTF-8, without strings in between.</summary>
internal sealed class CsvBuffer(Stream target) : IDisposable
{
    private const int Size = 1 << 16;
    private const int LongestNumber = 32;

    private static readonly SearchValues<byte> Special = SearchValues.Create(",\"\r\n"u8);

    private byte[] buffer = new byte[Size];
    private int used;

    public void Raw(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(buffer.AsSpan(used));
        used += text.Length;
    }

    /// <summary>A text field, quoted where RFC 4180 asks for it.</summary>
    public void Field(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny(Special) < 0)
        {
            Raw(text);
            return;
        }
        Raw("\""u8);
        for (int quote; (quote = text.IndexOf((byte)'"')) >= 0; text = text[(quote + 1)..])
        {
            Raw(text[..quote]);
            Raw("\"\""u8);
        }
        Raw(text);
        Raw("\""u8);
    }

    public void Number(long value)
    {
        Reserve(LongestNumber);
        _ = Utf8Formatter.TryFormat(value, buffer.AsSpan(used), out var written);
        used += written;
    }

    /// <summary>Up to 15 significant digits, as R writes numbers.</summary>
    public void Number(double value)
    {
        if (Math.Abs(value) < int.MaxValue && value == (int)value)
        {
            Number((long)value);
            return;
        }
        Reserve(LongestNumber);
        _ = value.TryFormat(buffer.AsSpan(used), out var written, "G15");
        used += written;
    }

    public void Dispose() => Flush();

    private void Reserve(int bytes)
    {
        if (buffer.Length - used >= bytes) return;
        Flush();
        if (buffer.Length < bytes) buffer = new byte[bytes];
    }

    private void Flush()
    {
        target.Write(buffer, 0, used);
        used = 0;
    }
}
