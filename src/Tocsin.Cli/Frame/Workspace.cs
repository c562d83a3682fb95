using Tocsin.Core;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Cli.Frame;

/// <summary>The folder in which events and signals rest.</summary>
internal static class Workspace
{
    public static bool HasLake(string folder) => File.Exists(Path.Combine(folder, DuckDbLake.FileName));

    /// <summary>Opens the lake that is there.</summary>
    /// <exception cref="Problem">There is none.</exception>
    public static DuckDbLake Open(string folder) => HasLake(folder)
        ? DuckDbLake.Open(folder)
        : throw new Problem(
            "there is no workspace here",
            folder,
            "'tocsin import PATH' makes one of your data, 'tocsin demo' one of simulated data; --workspace DIR names another");

    /// <summary>Opens the lake, or makes the folder and the lake.</summary>
    public static DuckDbLake OpenOrCreate(string folder)
    {
        if (File.Exists(folder)) throw new Problem("the workspace is a file", folder, "name a folder with --workspace DIR");
        Directory.CreateDirectory(folder);
        return DuckDbLake.Open(folder);
    }
}
