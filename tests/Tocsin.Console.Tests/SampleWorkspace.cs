using Tocsin.Casework;
using Tocsin.Core.Detection;
using Tocsin.Core.Events.Extraction;
using Tocsin.Core.Simulation;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Tests;

/// <summary>
/// A small simulated platform, scanned: the same signals in every test. It is made once a run and copied for each console,
/// because a lake is one process's alone and tests change what they stand on.
/// </summary>
internal static class SampleWorkspace
{
    private static readonly Lazy<TemporaryFolder> Made = new(Make);

    /// <summary>Copies it into a folder.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Made.Value.Path)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    private static TemporaryFolder Make()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        using var lake = DuckDbLake.Open(folder.Path);
        using var casework = CaseworkDatabase.Open(new() { Workspace = folder.Path });
        var platform = Simulator.Run(new() { Accounts = 1200, Days = 10, EventsPerDay = 0.7 });
        lake.Write([.. platform.Events.AsParallel().AsOrdered().Select(ObservableExtractor.Enrich)]);
        new Scan(lake, new SignalStore(casework), lake.Scores, TimeProvider.System, new NetworkStore(casework)).Run(new());
        return folder;
    }
}
