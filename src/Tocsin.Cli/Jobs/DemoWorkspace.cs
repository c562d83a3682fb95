using System.Text.Json;
using Tocsin.Casework;
using Tocsin.Cli.Frame;
using Tocsin.Core;
using Tocsin.Core.Detection.Evaluation;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Extraction;
using Tocsin.Core.Simulation;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Cli.Jobs;

/// <summary>
/// A workspace that holds a simulated platform and nothing else. A note in it says which world it holds, so that a later
/// run uses it again, remakes it for another seed, and never touches a folder with somebody's own data.
/// </summary>
internal static class DemoWorkspace
{
    /// <summary>Where the truth about the simulated accounts lies, for <c>tocsin evaluate</c>.</summary>
    public const string LabelsFileName = "labels.csv";

    private const string NoteFileName = "demo.json";
    private const int BatchSize = 20_000;

    /// <summary>Which world the folder holds.</summary>
    /// <param name="World">Hash over all events: another simulator makes another world of the same seed.</param>
    private sealed record Note(ulong Seed, ulong World, bool Complete);

    /// <summary>Opens the workspace with the world in it, writing it first unless it is there.</summary>
    /// <exception cref="Problem">The folder holds other data.</exception>
    public static Workspace Prepare(Invocation call, string folder, ulong seed, SimulatedPlatform platform)
    {
        var wanted = new Note(seed, HashOf(platform), Complete: true);
        if (ReadNote(folder) != wanted) Write(call, folder, wanted, platform);
        return Workspace.OpenOrCreate(folder, call.Casework);
    }

    private static void Write(Invocation call, string folder, Note note, SimulatedPlatform platform)
    {
        if (Workspace.HasLake(folder) && ReadNote(folder) is null)
            throw new Problem("this workspace holds data that is not the demo's", folder, "name another folder with --workspace DIR");
        Directory.CreateDirectory(folder);
        ForgetSignals(folder, call.Casework);
        foreach (var file in Directory.EnumerateFiles(folder, DuckDbLake.FileName + "*")) File.Delete(file);
        Keep(folder, note with { Complete = false });
        using (var lake = Workspace.OpenOrCreateLake(folder)) WriteEvents(call, lake, platform.Events);
        using (var labels = new StreamWriter(Path.Combine(folder, LabelsFileName))) LabelsFile.Write(labels, platform.Truth.Labels());
        Keep(folder, note);
    }

    /// <summary>Those of an earlier world. Who may sign in stays: only the simulated platform begins anew.</summary>
    private static void ForgetSignals(string folder, string? connection)
    {
        using var casework = Workspace.OpenCasework(folder, connection);
        var signals = new SignalStore(casework);
        if (signals.Count() > 0) signals.Clear();
    }

    private static void WriteEvents(Invocation call, DuckDbLake lake, IReadOnlyList<IncomingEvent> events)
    {
        using var line = call.Progress("writing the simulated platform");
        var done = 0;
        foreach (var batch in events.Chunk(BatchSize))
        {
            call.Cancel.ThrowIfCancellationRequested();
            lake.Write([.. batch.AsParallel().AsOrdered().Select(ObservableExtractor.Enrich)]);
            done += batch.Length;
            line.Report((double)done / events.Count, count: done, unit: "events");
        }
    }

    private static ulong HashOf(SimulatedPlatform platform)
    {
        var hash = 0UL;
        foreach (var e in platform.Events) hash = Keys.Of($"{hash:x}{e.Event.Key:x}{e.Event.Time.Ticks:x}{e.Event.Text}");
        return hash;
    }

    private static Note? ReadNote(string folder)
    {
        var path = Path.Combine(folder, NoteFileName);
        try
        {
            return File.Exists(path) && Workspace.HasLake(folder) ? JsonSerializer.Deserialize<Note>(File.ReadAllText(path)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Keep(string folder, Note note) => File.WriteAllText(Path.Combine(folder, NoteFileName), JsonSerializer.Serialize(note));
}
