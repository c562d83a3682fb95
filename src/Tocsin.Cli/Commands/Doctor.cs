using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Tocsin.Casework;
using Tocsin.Cli.Frame;
using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Cli.Commands;

/// <summary>One thing looked at.</summary>
/// <param name="Remedy">How to get what is missing; null when nothing is.</param>
internal sealed record Finding(string Name, bool Ok, string Found, string? Remedy);

/// <summary>Looks at the machine and the workspace. Reads only; the workspace folder is not made.</summary>
internal static class Doctor
{
    private const int OldestNode = 20;
    private const long LeastFreeBytes = 2L << 30;

    public static IReadOnlyList<Finding> Examine(string workspace, string? casework) =>
    [
        Runtime(), Node(), Unicode(), DuckDb(), Disk(workspace), WorkspaceFolder(workspace, casework),
    ];

    private static Finding Runtime() => new(".NET", true, $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}", null);

    private static Finding Node()
    {
        var version = VersionOf("node");
        var ok = version is not null && int.TryParse(version.TrimStart('v').Split('.')[0], out var major) && major >= OldestNode;
        return new("Node", ok, version ?? "not found", ok ? null : $"needed to build: install Node {OldestNode} or newer, with npm (apt-get install nodejs npm)");
    }

    /// <summary>Without ICU, .NET cannot fold compatibility characters, and evasive spelling is not undone.</summary>
    private static Finding Unicode()
    {
        var ok = "ﬁ".Normalize(System.Text.NormalizationForm.FormKC) == "fi" && CultureInfo.GetCultureInfo("tr").TextInfo.ToUpper('i') == 'İ';
        return new("ICU", ok, ok ? "Unicode tables work" : "Unicode tables are missing", ok ? null : "apt-get install libicu76 (or the libicu of your release), and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");
    }

    /// <summary>Opens a lake in a folder that is gone afterwards: the library is there, loads, and can write.</summary>
    private static Finding DuckDb()
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-doctor-").FullName;
        try
        {
            using var lake = DuckDbLake.Open(folder);
            using var version = lake.Query("SELECT version()");
            return new("DuckDB", true, $"{version.Rows().First()[0]}", null);
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or EntryPointNotFoundException or LakeException or Problem)
        {
            return new("DuckDB", false, e.Message, "remove artifacts/tocsin and run ./tocsin again; npm fetches the library");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Finding Disk(string workspace)
    {
        var free = new DriveInfo(Existing(workspace)).AvailableFreeSpace;
        var ok = free >= LeastFreeBytes;
        return new("disk", ok, $"{Figures.Short(free)}B free for {workspace}", ok ? null : "free some space, or put the workspace elsewhere with --workspace DIR");
    }

    private static Finding WorkspaceFolder(string workspace, string? casework) =>
        File.Exists(workspace) ? new("workspace", false, $"{workspace} is a file", "name a folder with --workspace DIR")
        : !Directory.Exists(workspace) ? new("workspace", true, "none yet; the first import makes it", null)
        : !Workspace.HasLake(workspace) ? new("workspace", true, $"{workspace} has no events yet", null)
        : Lake(workspace, casework);

    private static Finding Lake(string workspace, string? connection)
    {
        try
        {
            using var lake = DuckDbLake.Open(workspace);
            var holds = lake.Summarise();
            return new("workspace", true, $"{workspace}: {Figures.Whole(holds.Events)} events of {Figures.Whole(holds.Accounts)} accounts, {SignalsIn(workspace, connection)} signals", null);
        }
        catch (Exception e) when (e is Problem or LakeException)
        {
            return new("workspace", false, $"{workspace}: {(e as Problem)?.What ?? e.Message}", (e as Problem)?.Hint ?? "name another folder with --workspace DIR");
        }
    }

    /// <summary>Makes no database where there is none.</summary>
    private static int SignalsIn(string workspace, string? connection)
    {
        if (connection is null && !File.Exists(Path.Combine(workspace, CaseworkDatabase.FileName))) return 0;
        using var casework = Frame.Workspace.OpenCasework(workspace, connection);
        return new SignalStore(casework).Count();
    }

    private static string Existing(string path)
    {
        var folder = new DirectoryInfo(path);
        while (!folder.Exists && folder.Parent is { } parent) folder = parent;
        return folder.FullName;
    }

    private static string? VersionOf(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, "--version") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
            return process?.StandardOutput.ReadLine();
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
