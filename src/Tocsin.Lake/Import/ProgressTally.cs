using Tocsin.Lake.Import.Reading;

namespace Tocsin.Lake.Import;

/// <summary>Adds up progress over files.</summary>
internal sealed class ProgressTally(IProgress<ImportProgress>? progress, IEnumerable<(string Path, string Shown)> inputs)
{
    private readonly long _total = inputs.Sum(input => input.Path == InputPaths.StandardInput ? long.MinValue / 1024 : new FileInfo(input.Path).Length);
    private long _bytes;
    private long _read;
    private long _rejected;

    public void Report(Source source, long read, long rejected) =>
        progress?.Report(new ImportProgress(source.Path, _bytes + source.BytesRead, Math.Max(_total, -1), _read + read, _rejected + rejected));

    public void Finish(Source source, FileSummary summary)
    {
        _bytes += Math.Max(source.Size, 0);
        _read += summary.Read;
        _rejected += summary.Rejected;
        progress?.Report(new ImportProgress(source.Path, _bytes, Math.Max(_total, -1), _read, _rejected));
    }
}
