using System.Globalization;
using Tocsin.Lake.Import.Reading;

namespace Tocsin.Lake.Import;

/// <summary>
/// The named fields of one record, whatever it was written in. Reading is forgiving: numbers may be text and text
/// may be numbers; what is absent, null or empty is null. Valid until the next record is read.
/// </summary>
internal abstract class Fields
{
    /// <summary>The record as it stood in the source.</summary>
    public abstract ReadOnlyMemory<byte> Raw { get; }

    public long Line { get; protected set; }

    /// <summary>Plain values of the object around the record, if it stood inside one.</summary>
    public Envelope? Envelope { get; protected set; }

    public abstract IEnumerable<string> Names { get; }

    public abstract bool Has(string name);

    /// <summary>A plain value as text; numbers and truth values as they are written.</summary>
    public abstract string? Text(string name);

    /// <summary>The plain values of a list; a single value is a list of one.</summary>
    public abstract IEnumerable<string> List(string name);

    /// <summary>An object inside the record; null where the source has none (delimited files never do).</summary>
    public virtual Fields? Object(string name) => null;

    public virtual IEnumerable<Fields> Objects(string name) => [];

    /// <summary>A value that is text, or a list of text and objects mixed, in order (rich text).</summary>
    public virtual IEnumerable<(string? Plain, Fields? Object)> Pieces(string name) => Text(name) is { } text ? [(text, null)] : [];

    public long? Number(string name) =>
        Text(name) is not { } text ? null
        : long.TryParse(text, out var whole) ? whole
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && Math.Abs(real) < 1e18 ? (long)real
        : null;

    public bool Flag(string name) =>
        Text(name) is { } text && (text is "1" or "1.0" or "t" or "yes" || text.Equals("true", StringComparison.OrdinalIgnoreCase));

    public DateTimeOffset? Time(string name) => Times.TryParse(Text(name), out var time) ? time : null;

    public bool HasAll(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!Has(name))
                return false;
        }
        return true;
    }

    public bool HasAny(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Has(name))
                return true;
        }
        return false;
    }
}
