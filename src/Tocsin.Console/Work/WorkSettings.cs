using Tocsin.Casework;
using Tocsin.Core;

namespace Tocsin.Console.Work;

/// <summary>What all agree on about scans and imports.</summary>
/// <param name="ScanEvery">Minutes after which to scan by itself when new events came; 0 never.</param>
/// <param name="MostUpload">Bytes that an uploaded file may have.</param>
public sealed record WorkChoices(int ScanEvery, long MostUpload);

/// <summary>Reads and changes them.</summary>
internal sealed class WorkSettings(Settings settings)
{
    public const long UsualUpload = 8_000_000_000;

    private const string ScanEveryKey = "scan.every-minutes";
    private const string MostUploadKey = "import.most-bytes";
    private const int LongestPause = 7 * 24 * 60;
    private const long LeastUpload = 1 << 20;
    private const long LargestUpload = 1L << 40;

    public async Task<WorkChoices> ReadAsync(CancellationToken cancel = default) =>
        new(await settings.GetAsync(ScanEveryKey, 0, cancel), await settings.GetAsync(MostUploadKey, UsualUpload, cancel));

    /// <summary>Writes down what differs.</summary>
    /// <exception cref="Problem">A choice is out of bounds.</exception>
    public async Task ChangeAsync(Actor actor, WorkChoices choices, CancellationToken cancel = default)
    {
        if (choices.ScanEvery is < 0 or > LongestPause)
            throw new Problem($"a scan every {choices.ScanEvery} minutes cannot be", "scanEvery", $"give 1 to {LongestPause} minutes, or 0 for never");
        if (choices.MostUpload is < LeastUpload or > LargestUpload)
            throw new Problem($"{choices.MostUpload} bytes cannot be the limit", "mostUpload", "give a megabyte to a terabyte");
        var before = await ReadAsync(cancel);
        if (before.ScanEvery != choices.ScanEvery) await settings.SetAsync(actor, ScanEveryKey, choices.ScanEvery, cancel);
        if (before.MostUpload != choices.MostUpload) await settings.SetAsync(actor, MostUploadKey, choices.MostUpload, cancel);
    }
}
