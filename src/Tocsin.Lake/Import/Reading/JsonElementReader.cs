using System.Text.Json;

namespace Tocsin.Lake.Import.Reading;

/// <summary>
/// Streams the records out of JSON documents of any size: the elements of the arrays that <paramref name="paths"/>
/// lead to, or of the root array, or the values at the root. What lies elsewhere is skipped without being kept.
/// </summary>
internal sealed class JsonElementReader(Stream stream, ImportLimits limits, JsonPaths paths) : IRecordReader
{
    private const int LongestName = 256;
    private readonly ByteWindow _window = new(stream, limits.RecordBytes);
    private readonly Stack<Frame> _frames = [];
    private long _line = 1;
    private bool _stopped;

    public Header? Header => null;

    public bool Fill(RecordBlock block)
    {
        var before = block.Slices.Count;
        while (block.HasRoom && !_stopped)
            Step(block);
        return block.Slices.Count > before;
    }

    public void Dispose() => _window.Dispose();

    private void Step(RecordBlock block)
    {
        var next = NextSignificant();
        if (next < 0)
            Finish(block);
        else if (_frames.TryPeek(out var frame) && next == frame.Closing)
            Close();
        else if (frame is { IsObject: true })
            Member(block, frame, next);
        else
            Element(block, frame, next);
    }

    private void Finish(RecordBlock block)
    {
        _stopped = true;
        if (_frames.Count > 0)
            block.AddBroken("the document ends before its brackets are closed", [], _line, -1);
    }

    private void Close()
    {
        _frames.Pop();
        Advance(1);
    }

    private void Element(RecordBlock block, Frame? frame, int next)
    {
        var place = frame?.Place ?? paths;
        if (next is ']' or '}')
            Stray(block, next);
        else if (next == '[' && (frame is null || !place.HoldsRecords))
            Open(new Frame(place, IsObject: false, frame?.Values));
        else if (place.HoldsRecords)
            Record(block, frame);
        else if (next == '{')
            Open(new Frame(place, IsObject: true, []));
        else
            Stray(block, next);
    }

    private void Member(RecordBlock block, Frame frame, int next)
    {
        if (next != '"' || Name() is not { } name)
        {
            Stray(block, next);
            return;
        }
        var value = NextSignificant();
        var place = paths.HoldsRecords ? null : frame.Place.Child(name);
        if (value is '[' && place is not null)
            Open(new Frame(place, IsObject: false, frame.Values));
        else if (value is '{' && place is { HoldsRecords: false })
            Open(new Frame(place, IsObject: true, []));
        else
            Keep(frame, name);
    }

    private void Open(Frame frame)
    {
        _frames.Push(frame);
        Advance(1);
    }

    /// <summary>A member name and its colon; null when it is neither.</summary>
    private string? Name()
    {
        var bytes = Value(LongestName, out _);
        var name = bytes.IsEmpty ? string.Empty : Text(bytes);
        Advance(bytes.Length);
        if (NextSignificant() != ':')
            return null;
        Advance(1);
        return name;
    }

    /// <summary>Remembers a short plain value beside the records; passes over everything else.</summary>
    private void Keep(Frame frame, string name)
    {
        var bytes = Value(limits.RejectBytes, out _);
        if (!bytes.IsEmpty && bytes[0] is not ((byte)'{' or (byte)'[') && frame.Values is not null)
            frame.Values[name] = Text(bytes);
        Advance(bytes.Length);
    }

    private void Record(RecordBlock block, Frame? frame)
    {
        var line = _line;
        var bytes = Value(limits.RecordBytes, out var skipped);
        if (skipped is { } length)
            block.AddBroken(LineReader.TooLong(limits), bytes, line, length);
        else
            block.Add(bytes, line, frame?.Envelope());
        Advance(bytes.Length);
    }

    /// <summary>
    /// The bytes of the value that begins here, to be advanced over by the caller. When there are more than
    /// <paramref name="most"/>, all but none are passed over: the answer is empty and <paramref name="skipped"/> says how many.
    /// </summary>
    private ReadOnlySpan<byte> Value(int most, out long? skipped)
    {
        var scanner = new JsonValueScanner();
        var scanned = 0;
        skipped = null;
        while (true)
        {
            var end = scanner.End(_window.Unread[scanned..]);
            if (end >= 0 && skipped is null && scanned + end <= most)
                return _window.Unread[..(scanned + end)];
            var step = end >= 0 ? end : _window.Unread.Length - scanned;
            scanned += step;
            if (scanned > most || skipped is not null)
            {
                skipped = (skipped ?? 0) + scanned;
                Advance(scanned);
                scanned = 0;
            }
            if (end >= 0)
                return [];
            if (!_window.More() && !_window.Full)
                return _window.Unread;
        }
    }

    /// <summary>The next byte that is neither white space nor a comma; -1 at the end.</summary>
    private int NextSignificant()
    {
        while (true)
        {
            var unread = _window.Unread;
            var at = unread.IndexOfAnyExcept(" \t\r\n,"u8);
            Advance(at < 0 ? unread.Length : at);
            if (at >= 0)
                return _window.Unread[0];
            if (!_window.More())
                return -1;
        }
    }

    /// <summary>Behind a byte that cannot stand here, nothing can be told apart any more.</summary>
    private void Stray(RecordBlock block, int next)
    {
        _stopped = true;
        block.AddBroken(
            $"the JSON breaks off here: unexpected '{(char)next}'; nothing behind it could be read",
            _window.Unread[..Math.Min(_window.Unread.Length, limits.RejectBytes)], _line, -1);
    }

    private void Advance(int count)
    {
        _line += _window.Unread[..count].Count((byte)'\n');
        _window.Advance(count);
    }

    private static string Text(ReadOnlySpan<byte> value)
    {
        try
        {
            var reader = new Utf8JsonReader(value);
            return !reader.Read() ? string.Empty
                : reader.TokenType == JsonTokenType.String ? reader.GetString()!
                : System.Text.Encoding.UTF8.GetString(value);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return string.Empty;
        }
    }

    private sealed record Frame(JsonPaths Place, bool IsObject, Dictionary<string, string>? Values)
    {
        private Envelope? _envelope;

        public byte Closing => IsObject ? (byte)'}' : (byte)']';

        public Envelope? Envelope() => Values is null ? null : _envelope ??= new Envelope(new Dictionary<string, string>(Values));
    }
}
