using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Tocsin.Core;

namespace Tocsin.Casework;

/// <summary>Where a page ended: the sort value and id of its last row. Opaque to callers.</summary>
internal sealed record QueueCursor(QueueSort Sort, double Number, DateTimeOffset Time, string Id)
{
    public static QueueCursor After(SignalState row, QueueSort sort) => sort switch
    {
        QueueSort.Updated => new(sort, 0, row.Updated, row.Id),
        QueueSort.Raised => new(sort, 0, row.Raised, row.Id),
        QueueSort.Accounts => new(sort, row.Accounts, default, row.Id),
        _ => new(sort, row.Score, default, row.Id),
    };

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="Problem">It is not one, or of another order.</exception>
    public static QueueCursor Parse(string text, QueueSort sort)
    {
        try
        {
            if (JsonSerializer.Deserialize<QueueCursor>(Base64Url.DecodeFromChars(text)) is { Id: not null } cursor && cursor.Sort == sort) return cursor;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            // told below, as a cursor of another order is
        }
        throw new Problem("the cursor is not of this list", "cursor", "start at the first page, without a cursor");
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this)));
}
