using Tocsin.Casework;
using Tocsin.Core;
using Tocsin.Core.Detection;
using Tocsin.Core.Networks;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Cli.Frame;

/// <summary>
/// The folder in which events rest, and signals with what people decide about them, open together. Signals rest in a
/// PostgreSQL instead when <c>--casework</c> names one.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private Workspace(DuckDbLake lake, CaseworkDatabase casework)
    {
        (Lake, Casework) = (lake, casework);
        (Signals, Networks) = (new SignalStore(casework), new NetworkStore(casework));
    }

    public DuckDbLake Lake { get; }

    public CaseworkDatabase Casework { get; }

    public SignalStore Signals { get; }

    public INetworkStore Networks { get; }

    public IAccountScores Scores => Lake.Scores;

    public static bool HasLake(string folder) => File.Exists(Path.Combine(folder, DuckDbLake.FileName));

    /// <summary>Opens the workspace that is there.</summary>
    /// <exception cref="Problem">There is none.</exception>
    public static Workspace Open(Invocation call) => Open(OpenLake(call.Workspace), call.Workspace, call.Casework);

    /// <summary>Opens the workspace, or makes it.</summary>
    public static Workspace OpenOrCreate(Invocation call) => OpenOrCreate(call.Workspace, call.Casework);

    /// <inheritdoc cref="OpenOrCreate(Invocation)"/>
    /// <param name="casework">Connection string of a PostgreSQL for signals; null keeps them in the folder.</param>
    public static Workspace OpenOrCreate(string folder, string? casework = null) => Open(OpenOrCreateLake(folder), folder, casework);

    /// <summary>Opens the events alone, for commands that have nothing to do with signals.</summary>
    /// <exception cref="Problem">There is no workspace.</exception>
    public static DuckDbLake OpenLake(string folder) => HasLake(folder)
        ? DuckDbLake.Open(folder)
        : throw new Problem(
            "there is no workspace here",
            folder,
            "'tocsin import PATH' makes one of your data, 'tocsin demo' one of simulated data; --workspace DIR names another");

    /// <summary>Opens the events alone, or makes the folder for them.</summary>
    public static DuckDbLake OpenOrCreateLake(string folder)
    {
        if (File.Exists(folder)) throw new Problem("the workspace is a file", folder, "name a folder with --workspace DIR");
        Directory.CreateDirectory(folder);
        return DuckDbLake.Open(folder);
    }

    public static CaseworkDatabase OpenCasework(string folder, string? casework) => CaseworkDatabase.Open(new() { Workspace = folder, PostgreSql = casework });

    public void Dispose()
    {
        Casework.Dispose();
        Lake.Dispose();
    }

    private static Workspace Open(DuckDbLake lake, string folder, string? casework)
    {
        try
        {
            var workspace = new Workspace(lake, OpenCasework(folder, casework));
            workspace.MoveEarlierSignals();
            return workspace;
        }
        catch
        {
            lake.Dispose();
            throw;
        }
    }

    /// <summary>Version 0.1 kept signals in the lake. Should this stop half-way, the next opening finishes it.</summary>
    private void MoveEarlierSignals()
    {
        var history = Lake.EarlierSignals.Load();
        if (history.Count == 0) return;
        Signals.TakeOver(history);
        Lake.EarlierSignals.Clear();
    }
}
