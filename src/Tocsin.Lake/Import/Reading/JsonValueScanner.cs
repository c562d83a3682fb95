using System.Buffers;

namespace Tocsin.Lake.Import.Reading;

/// <summary>
/// Finds the end of one JSON value, piece by piece, by its brackets and quotes alone. It never recurses and
/// accepts every byte, so depth, broken UTF-8 and NULs are left to the parser of the record.
/// </summary>
internal struct JsonValueScanner
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> AfterPlain = SearchValues.Create(",]} \t\r\n"u8);
    private static readonly SearchValues<byte> InText = SearchValues.Create("\"\\"u8);
    private long _depth;
    private bool _inText;
    private bool _escaped;
    private bool _plain;
    private bool _begun;

    /// <summary>Index behind the value's end, or -1 when it goes on behind <paramref name="bytes"/>.</summary>
    public int End(ReadOnlySpan<byte> bytes)
    {
        if (!_begun && !bytes.IsEmpty)
            Begin(bytes[0]);
        if (_plain)
            return bytes.IndexOfAny(AfterPlain);
        for (var at = 0; at < bytes.Length;)
        {
            at = _inText ? Text(bytes, at) : Bracket(bytes, at);
            if (at > 0 && _depth == 0 && !_inText)
                return at;
            if (at < 0)
                return -1;
        }
        return -1;
    }

    private void Begin(byte first)
    {
        _begun = true;
        _plain = first is not ((byte)'"' or (byte)'{' or (byte)'[');
    }

    private int Text(ReadOnlySpan<byte> bytes, int at)
    {
        if (_escaped)
        {
            _escaped = false;
            return at + 1;
        }
        var found = bytes[at..].IndexOfAny(InText);
        if (found < 0)
            return -1;
        at += found;
        _escaped = bytes[at] == '\\';
        _inText = _escaped;
        return at + 1;
    }

    private int Bracket(ReadOnlySpan<byte> bytes, int at)
    {
        var found = bytes[at..].IndexOfAny(Structure);
        if (found < 0)
            return -1;
        at += found;
        switch (bytes[at])
        {
            case (byte)'"':
                _inText = true;
                break;
            case (byte)'{' or (byte)'[':
                _depth++;
                break;
            default:
                _depth--;
                break;
        }
        return at + 1;
    }
}
