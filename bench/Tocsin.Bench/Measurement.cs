using System.Diagnostics;
using System.Text.Json;

namespace Tocsin.Bench;

/// <summary>What one process took. Processor seconds are given too, since they are what a busy machine leaves comparable.</summary>
internal sealed record Measurement(double Seconds, double ProcessorSeconds, long PeakMegabytes, string Result)
{
    /// <summary>Times the work in this process; peak memory is that of the process so far.</summary>
    public static Measurement Of(Func<string> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var result = work();
        var seconds = clock.Elapsed.TotalSeconds;
        process.Refresh();
        return new(seconds, (process.TotalProcessorTime - before).TotalSeconds, process.PeakWorkingSet64 >> 20, result);
    }

    /// <summary>Runs this program again with these arguments, so that its peak memory is its own.</summary>
    public static Measurement OfChild(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        using var child = Process.Start(start)!;
        var printed = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        if (child.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)} failed: {printed}");
        return JsonSerializer.Deserialize<Measurement>(printed)!;
    }

    public void Print() => System.Console.WriteLine(JsonSerializer.Serialize(this));
}
