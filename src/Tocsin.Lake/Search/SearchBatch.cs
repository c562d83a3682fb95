using System.Text;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Hunting;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Search;

/// <summary>Events of the lake from one place to another, each as the words the index keeps of it, in the order of their numbers.</summary>
internal sealed class SearchBatch
{
    private readonly List<byte[]> _blocks = [];
    private readonly Entry[] _entries;
    private int _count;

    private SearchBatch(long from, int capacity) => (From, _entries) = (from, new Entry[capacity]);

    /// <summary>Place of the first event.</summary>
    public long From { get; }

    /// <summary>The place behind the last event.</summary>
    public long Until => From + _count;

    /// <summary>Key of the last event, by which the lake is recognised.</summary>
    public ulong LastKey { get; private set; }

    public int Count => _count;

    public long Row(int number) => _entries[number].Row;

    public ReadOnlySpan<byte> Words(int number) => _entries[number] is var e ? _blocks[e.Block].AsSpan(e.Start, e.Length) : default;

    /// <summary>Reads what stands in the places; fewer when the lake ends before.</summary>
    public static SearchBatch Read(Database database, long from, int count, CancellationToken cancel)
    {
        using var connection = database.Connect();
        using var snapshot = connection.BeginReadOnly();
        var facets = ReadFacets(connection, from, count, cancel);
        var batch = new SearchBatch(from, count);
        var writer = new SearchEntryWriter(facets, from);
        using var rows = connection.Query(
            "SELECT rowid, key, time, kind, platform, language, account, text FROM events WHERE rowid >= ? AND rowid < ?", [from, from + count], cancel);
        while (rows.Read(out var chunk))
            batch.Take(chunk, writer);
        batch._blocks.AddRange(writer.Blocks);
        Array.Sort(batch._entries, 0, batch._count);
        return batch;
    }

    private static FacetTable ReadFacets(Connection connection, long from, int count, CancellationToken cancel)
    {
        var table = new FacetTable(count);
        using var rows = connection.Query(
            """
            WITH batch AS MATERIALIZED (SELECT rowid AS place, key, time FROM events WHERE rowid >= ? AND rowid < ?)
            SELECT b.place, o.kind, o.value_key FROM observables o JOIN batch b ON b.key = o.event
            WHERE o.kind NOT IN (?, ?) AND o.time >= (SELECT min(time) FROM batch) AND o.time <= (SELECT max(time) FROM batch)
            """, [from, from + count, (int)ObservableKind.Text, (int)ObservableKind.NearText], cancel);
        while (rows.Read(out var chunk))
        {
            var places = chunk[0].Values<long>();
            var kinds = chunk[1].Values<ObservableKind>();
            var values = chunk[2].Values<ulong>();
            for (var i = 0; i < chunk.Count; i++)
                table.Add((int)(places[i] - from), kinds[i], values[i]);
        }
        return table;
    }

    private void Take(Chunk chunk, SearchEntryWriter writer)
    {
        var places = chunk[0].Values<long>();
        var keys = chunk[1].Values<ulong>();
        var times = chunk[2].Values<long>();
        for (var i = 0; i < chunk.Count; i++)
        {
            var (block, start, length) = writer.Write(chunk, i);
            _entries[_count++] = new Entry(SearchRow.Of(times[i], places[i]), block, start, length);
            LastKey = keys[i];
        }
    }

    private readonly record struct Entry(long Row, int Block, int Start, int Length) : IComparable<Entry>
    {
        public int CompareTo(Entry other) => Row.CompareTo(other.Row);
    }
}

/// <summary>The values that events of a batch carry, as linked lists in two arrays.</summary>
internal sealed class FacetTable
{
    private readonly int[] _heads;
    private readonly List<(ObservableKind Kind, ulong Value, int Next)> _facets = [];

    public FacetTable(int count)
    {
        _heads = new int[count];
        Array.Fill(_heads, -1);
    }

    public void Add(int number, ObservableKind kind, ulong value)
    {
        _facets.Add((kind, value, _heads[number]));
        _heads[number] = _facets.Count - 1;
    }

    public IEnumerable<(ObservableKind Kind, ulong Value)> Of(int number)
    {
        for (var at = _heads[number]; at >= 0; at = _facets[at].Next)
            yield return (_facets[at].Kind, _facets[at].Value);
    }
}

/// <summary>Writes the words of one event after another into large blocks.</summary>
internal sealed class SearchEntryWriter(FacetTable facets, long from)
{
    private const int BlockBytes = 1 << 20;

    private readonly SearchWords _words = new();
    private readonly Dictionary<string, byte[]> _tokens = [];
    private byte[] _block = [];
    private int _used;

    public List<byte[]> Blocks { get; } = [];

    public (int Block, int Start, int Length) Write(Chunk chunk, int row)
    {
        if (chunk[7].Text(row) is { } text)
            _words.Cut(text);
        else
            _words.Cut("");
        var written = _words.Written;
        Reserve(Encoding.UTF8.GetMaxByteCount(written.Length) + 8 * (SearchFacets.Length + 1));
        var start = _used;
        _used += Encoding.UTF8.GetBytes(written, _block.AsSpan(_used));
        Append(Token("k", chunk[3].Values<byte>()[row].ToString(), static kind => SearchFacets.OfKind((EventKind)byte.Parse(kind))));
        Append(Token("p", chunk[4].Text(row)!, SearchFacets.OfPlatform));
        if (chunk[5].Text(row) is { Length: > 0 } language)
            AppendLanguage(language);
        SearchFacets.WriteAccount(chunk[6].Values<ulong>()[row], NextToken());
        foreach (var (kind, value) in facets.Of((int)(chunk[0].Values<long>()[row] - from)))
        {
            ReserveKeeping(SearchFacets.Length + 1, ref start);
            SearchFacets.Write(kind, value, NextToken());
        }
        return (Blocks.Count - 1, start, _used - start);
    }

    private void AppendLanguage(string language)
    {
        Append(Token("l", language, SearchFacets.OfLanguage));
        if (SearchFacets.Primary(language) is { } primary)
            Append(Token("l", primary, SearchFacets.OfLanguage));
    }

    private byte[] Token(string sort, string value, Func<string, string> make)
    {
        var known = sort + value;
        return _tokens.TryGetValue(known, out var token) ? token : _tokens[known] = Encoding.ASCII.GetBytes(make(value));
    }

    private void Append(byte[] token) => token.CopyTo(NextToken());

    private Span<byte> NextToken()
    {
        _block[_used] = (byte)' ';
        _used += SearchFacets.Length + 1;
        return _block.AsSpan(_used - SearchFacets.Length, SearchFacets.Length);
    }

    private void Reserve(int bytes)
    {
        if (_block.Length - _used >= bytes)
            return;
        _block = new byte[Math.Max(BlockBytes, bytes)];
        _used = 0;
        Blocks.Add(_block);
    }

    // An event with very many values outgrows what was reserved: it moves to the next block.
    private void ReserveKeeping(int bytes, ref int start)
    {
        if (_block.Length - _used >= bytes)
            return;
        var begun = _block.AsSpan(start, _used - start).ToArray();
        Reserve(2 * begun.Length + bytes);
        begun.CopyTo(_block, 0);
        (start, _used) = (0, begun.Length);
    }
}
