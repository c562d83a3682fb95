using System.Security.Cryptography;
using System.Text;
using Tocsin.Core;
using Tocsin.Lake.Import.Formats;
using Tocsin.Lake.Import.Reading;

namespace Tocsin.Lake.Import.Ingest;

/// <summary>
/// Takes events as they arrive, line by line, and says of each line what became of it. Lines of one source and day make
/// one import, so that their rejects are found together. Sending a line again changes nothing: its event is known by
/// platform and id.
/// </summary>
public sealed class LineIngest
{
    private readonly IImportJournal _journal;
    private readonly IFormat _format;
    private readonly IngestOptions _options;
    private readonly ImportLimits _limits;
    private readonly long _import;

    /// <summary>Opens the source's import of today.</summary>
    /// <exception cref="Problem">There is no format of that name.</exception>
    public LineIngest(IImportJournal journal, IngestOptions options, TimeProvider clock)
    {
        (_journal, _options, _format) = (journal, options, Find(options.Format));
        _limits = ImportLimits.Default with { RecordBytes = options.LineBytes };
        var now = clock.GetUtcNow();
        var identity = Digest($"{options.Source}|{_format.Name}|{options.Platform}|{now.UtcDateTime:yyyy-MM-dd}");
        _import = journal.Begin(new ImportSource(options.Source, string.Empty, -1, _format.Name, identity), now).Import;
    }

    /// <summary>Names of the formats that can be read line by line.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. FormatCatalog.All.Select(format => format.Name)];

    /// <summary>The lake's id of the import under which the rows are kept.</summary>
    public long Import => _import;

    /// <summary>Reads the lines and commits what they hold, all or nothing.</summary>
    /// <returns>At least one row per line that is not blank, in the order of the lines.</returns>
    /// <exception cref="Core.Events.LakeException">The lake could not be written; nothing of this call is in it.</exception>
    public IReadOnlyList<IngestedRow> Take(IReadOnlyList<IngestLine> lines)
    {
        using var block = Gather(lines);
        var sink = RecordParser.Parse(block, null, _format, _options.Platform);
        var isNew = _journal.CommitEach(_import, new ImportBatch(sink.Events, sink.Rejects, sink.Skipped, sink.Records));
        var rows = new List<IngestedRow>(lines.Count);
        for (var i = 0; i < sink.Events.Count; i++)
            rows.Add(IngestedRow.Of(sink.Lines[i], sink.Events[i].Event, isNew[i]));
        rows.AddRange(sink.Rejects.Select(IngestedRow.Of));
        var answered = rows.Select(row => row.Line).ToHashSet();
        rows.AddRange(block.Slices.Where(slice => !answered.Contains(slice.Line)).Select(slice => IngestedRow.Skip(slice.Line)));
        return [.. rows.OrderBy(row => row.Line)];
    }

    private RecordBlock Gather(IReadOnlyList<IngestLine> lines)
    {
        var block = new RecordBlock(_limits);
        foreach (var line in lines)
        {
            var bytes = line.Bytes.Span.Trim(" \t\r"u8);
            if (line.Length > _limits.RecordBytes)
                block.AddBroken(LineReader.TooLong(_limits), bytes, line.Number, line.Length);
            else if (!bytes.IsEmpty)
                block.Add(bytes, line.Number);
        }
        return block;
    }

    private static IFormat Find(string name) =>
        FormatCatalog.All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new Problem($"There is no format '{name}'", "format", $"Formats are: {string.Join(", ", Formats)}.");

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
