using System.Diagnostics;

namespace Tocsin.Lake.Tests.Coactions;

/// <summary>The data that tests may read where it is present: folder <c>TOCSIN_DATA</c>, else <c>../shared/data</c> beside the repository.</summary>
internal static class SharedData
{
    /// <summary>The path of a file; skips the test where it is absent.</summary>
    public static string Require(string relative)
    {
        var path = Path.Combine(Folder(), relative);
        Assert.SkipUnless(File.Exists(path), $"{path} is not there: TOCSIN_DATA names the folder of shared data");
        return path;
    }

    /// <summary>The 100,000 shares that <c>generate.py</c> makes; skips the test without Python.</summary>
    public static string Synthetic100K(string folder)
    {
        var script = Require("cosharing/generate.py");
        var target = Path.Combine(folder, "synthetic-100k.csv");
        try
        {
            using var python = Process.Start("python3", [script, "100000", "10", "20", "20", "1", target]);
            python.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Assert.Skip($"python3 is not there: {missing.Message}");
        }
        return target;
    }

    private static string Folder() =>
        Environment.GetEnvironmentVariable("TOCSIN_DATA") is { Length: > 0 } named ? named : Path.Combine(RepositoryRoot(), "..", "shared", "data");

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tocsin.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
