using Tocsin.Lake.Import.Formats;
using Tocsin.Lake.Import.Reading;

namespace Tocsin.Lake.Import;

/// <summary>What a source turned out to be. <c>Format</c> is null when no format knew it.</summary>
/// <param name="Fields">Names seen in its first records, of the layout that could be read best.</param>
/// <param name="IsEmpty">It holds no record at all: nothing, or an empty array.</param>
internal sealed record Detection(IFormat? Format, Layout Layout, IReadOnlyList<string> Fields, bool IsEmpty);

/// <summary>Finds format and layout by reading the first records in every layout and asking every format.</summary>
internal sealed class FormatDetector(ImportLimits limits)
{
    private const int Certain = 90;
    private const int Enough = 50;
    private const int SampleRecords = 50;
    private const long SampleBytes = 128L << 20;

    /// <summary>Reads the source's first records.</summary>
    /// <param name="source">What to look at.</param>
    /// <param name="formats">Those to choose from; one alone is taken whatever its score.</param>
    public Detection Detect(Source source, IReadOnlyList<IFormat> formats)
    {
        var best = new Finding(0, 0, null, [], IsEmpty: true);
        var (layout, isEmpty) = (Layout.Lines, false);
        foreach (var (tried, candidates) in Layouts(formats))
        {
            var finding = Sample(source, tried, candidates);
            isEmpty |= tried == Layout.Root && finding.IsEmpty;
            if (finding.Rank > best.Rank)
                (best, layout) = (finding, tried);
            if (best.IsPlain(tried) || best.Rank >= Certain)
                break;
        }
        var format = formats.Count == 1 ? formats[0] : best.Score >= Enough ? best.Format : null;
        return new Detection(format, layout, best.Fields, isEmpty);
    }

    private static IEnumerable<(Layout Layout, IReadOnlyList<IFormat> Formats)> Layouts(IReadOnlyList<IFormat> formats)
    {
        yield return (Layout.Lines, formats);
        yield return (Layout.Delimited, formats);
        yield return (Layout.Root, formats);
        foreach (var format in formats.Where(format => format.Containers.Count > 0))
            yield return (Layout.Document(format.Containers), [format]);
    }

    private Finding Sample(Source source, Layout layout, IReadOnlyList<IFormat> formats)
    {
        var scores = new int[formats.Count];
        var names = new List<string>();
        var (records, readable) = (0, 0);
        void Look(Fields fields)
        {
            readable++;
            if (names.Count == 0)
                names.AddRange(FieldNames.Of(fields));
            for (var i = 0; i < scores.Length; i++)
                scores[i] += formats[i].Score(fields);
        }

        foreach (var (block, slice, row) in FirstRecords(source, layout))
        {
            records++;
            RecordParser.Read(block, slice, row, Look);
        }
        if (readable == 0)
            return new Finding(0, 0, null, [], records == 0);
        var top = Array.IndexOf(scores, scores.Max());
        return new Finding(scores[top] / readable, (double)readable / records, formats[top], names, IsEmpty: false);
    }

    private IEnumerable<(RecordBlock, RecordSlice, DelimitedFields?)> FirstRecords(Source source, Layout layout)
    {
        using var reader = layout.Read(new CappedStream(source.OpenSample(limits), SampleBytes), limits);
        var row = reader.Header is null ? null : new DelimitedFields(reader.Header);
        using var block = new RecordBlock(limits);
        if (!FillQuietly(reader, block))
            yield break;
        foreach (var slice in block.Slices.Take(SampleRecords))
            yield return (block, slice, row);
    }

    /// <summary>A sample may be cut inside a packed block; what was read until then is good.</summary>
    private static bool FillQuietly(IRecordReader reader, RecordBlock block)
    {
        try
        {
            return reader.Fill(block);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return block.Slices.Count > 0;
        }
    }

    /// <summary>The best format in one layout: its mean score over what could be read, and how much that was.</summary>
    private sealed record Finding(int Score, double Share, IFormat? Format, IReadOnlyList<string> Fields, bool IsEmpty)
    {
        public double Rank => (Score + 1) * Share;

        /// <summary>Lines win with half of them broken: elsewhere one broken bracket would swallow what follows.</summary>
        public bool IsPlain(Layout layout) => layout == Layout.Lines && Score >= Certain && Share >= 0.5;
    }
}
