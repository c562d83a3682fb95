using System.Text.Json;
using System.Text.Unicode;
using Tocsin.Lake.Import.Formats;
using Tocsin.Lake.Import.Reading;

namespace Tocsin.Lake.Import;

/// <summary>Turns records into fields, and with a format into events. What does not parse becomes a reject.</summary>
internal static class RecordParser
{
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Skip };

    public static Sink Parse(RecordBlock block, Header? header, IFormat format, string? platform)
    {
        var sink = new Sink(block, platform);
        var row = header is null ? null : new DelimitedFields(header);
        foreach (var slice in block.Slices)
        {
            if (Read(block, slice, row, fields => format.Read(fields, sink)) is { } reject)
                sink.Reject(reject);
        }
        return sink;
    }

    /// <summary>Hands the record's fields on; answers with a reject when there are none to hand on.</summary>
    public static Reject? Read(RecordBlock block, RecordSlice slice, DelimitedFields? row, Action<Fields> use)
    {
        if (slice.Broken is not null)
            return slice.Broken;
        var bytes = block.Bytes(slice);
        var reason = !Utf8.IsValid(bytes.Span) ? "it is not valid UTF-8"
            : row is null ? ReadJson(bytes, slice, use)
            : ReadRow(bytes, slice, row, use);
        return reason is null ? null : block.Reject(reason, bytes.Span, slice.Line, bytes.Length);
    }

    private static string? ReadRow(ReadOnlyMemory<byte> bytes, RecordSlice slice, DelimitedFields row, Action<Fields> use)
    {
        row.Load(bytes, slice.Line);
        if (row.Count > row.Width)
            return $"it has {row.Count} fields where the header names {row.Width}";
        use(row);
        return null;
    }

    private static string? ReadJson(ReadOnlyMemory<byte> bytes, RecordSlice slice, Action<Fields> use)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return "it is not a JSON object";
            use(new JsonFields(document.RootElement, bytes, slice.Line, slice.Envelope));
            return null;
        }
        catch (JsonException e)
        {
            return $"it is not JSON: {e.Message.Split(" LineNumber")[0].TrimEnd('.')} (byte {e.BytePositionInLine})";
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader's answer to an unpaired surrogate escape such as "\ud800".
            return "a text in it is not valid Unicode";
        }
    }
}
