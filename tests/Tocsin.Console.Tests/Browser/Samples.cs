using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Core.Detection;

namespace Tocsin.Console.Tests.Browser;

/// <summary>Signals to look at.</summary>
internal static class Samples
{
    /// <summary>The signal with the highest score.</summary>
    public static Signal Worst(RunningConsole console) => Store(console).LoadSignals()[0];

    /// <summary>Adds signals until there are this many: those of the sample under other ids, with other scores and days.</summary>
    public static void Multiply(RunningConsole console, int count)
    {
        var store = Store(console);
        var known = store.LoadSignals();
        store.SaveScan([.. Enumerable.Range(0, count - known.Count).Select(i => Another(known[i % known.Count], i))]);
    }

    private static Signal Another(Signal signal, int i) => signal with
    {
        Id = $"N-{i:D6}",
        Score = Math.Round(signal.Score * (0.2 + (0.75 * ((i * 7919) % 1000) / 1000)), 1),
        Raised = signal.Raised.AddMinutes(-i),
        Updated = signal.Updated.AddMinutes(-i / 3),
    };

    private static SignalStore Store(RunningConsole console) => console.Services.GetRequiredService<SignalStore>();
}
