using System.Diagnostics;
using Tocsin.Core;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Import;

namespace Tocsin.Lake.Tests.DuckDb;

/// <summary>What a second process sees, and what is left when a process is killed. The child is this test program again,
/// running one of the explicit facts below.</summary>
public sealed class OtherProcessTests : IDisposable
{
    private const string Folder = "TOCSIN_TEST_FOLDER";
    private const int BatchSize = 300;

    private static readonly ImportSource Source = new("endless", "sha", -1, "generic", "identity");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_second_lake_in_one_process_is_refused()
    {
        using var lake = DuckDbLake.Open(folder.Path);
        Assert.Equal("The lake is in use by this process", Assert.Throws<Problem>(() => DuckDbLake.Open(folder.Path)).What);
    }

    [Fact]
    public void A_second_process_is_told_who_holds_the_lake()
    {
        using var child = Start(nameof(Child_imports_without_end));
        try
        {
            var problem = Assert.Throws<Problem>(() => DuckDbLake.Open(folder.Path));
            Assert.Equal($"The lake is in use by process {child.Id}", problem.What);
        }
        finally
        {
            child.Kill();
            child.WaitForExit();
        }
    }

    [Fact]
    public void A_killed_process_leaves_whole_batches_and_their_position()
    {
        for (var kill = 0; kill < 3; kill++)
        {
            using var child = Start(nameof(Child_imports_without_end));
            child.Kill();
            child.WaitForExit();
            using var lake = DuckDbLake.Open(folder.Path);
            var state = lake.Journal.Begin(Source, Some.Time);
            Assert.Equal(0, state.Records % BatchSize);
            Assert.Equal((state.Records, 0L), (state.Imported, state.Duplicates));
            Assert.Equal(state.Records, lake.Summarise().Events);
            Assert.Equal(state.Records / BatchSize, lake.Journal.ReadRejects(int.MaxValue).Count);
            File.Delete(folder["ready"]);
        }
    }

    [Fact(Explicit = true)]
    public void Child_imports_without_end()
    {
        var path = Environment.GetEnvironmentVariable(Folder)!;
        using var lake = DuckDbLake.Open(path);
        var state = lake.Journal.Begin(Source, Some.Time);
        for (var at = (int)state.Records; ; at += BatchSize)
        {
            lake.Journal.Commit(state.Import, new(Some.Many(BatchSize, at), [new(at, "bad", "", 0)], 0, BatchSize));
            if (at >= state.Records + (3 * BatchSize))
                File.WriteAllText(Path.Combine(path, "ready"), "");
        }
    }

    private Process Start(string fact)
    {
        var self = Path.ChangeExtension(typeof(OtherProcessTests).Assembly.Location, null);
        var start = new ProcessStartInfo("dotnet", ["exec", $"{self}.dll", "-explicit", "only", "-method", $"{typeof(OtherProcessTests).FullName}.{fact}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Folder] = folder.Path;
        var child = Process.Start(start)!;
        child.BeginOutputReadLine();
        child.BeginErrorReadLine();
        while (!File.Exists(folder["ready"]))
        {
            Assert.False(child.HasExited, "the child ended by itself");
            Thread.Sleep(20);
        }
        return child;
    }
}
