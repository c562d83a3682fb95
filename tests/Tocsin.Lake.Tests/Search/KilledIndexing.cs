using System.Runtime.CompilerServices;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Search;

namespace Tocsin.Lake.Tests.Search;

/// <summary>The test program started again as an indexing of its own, to be killed: it says so batch by batch as it gets on.</summary>
internal static class KilledIndexing
{
    public const string Workspace = "TOCSIN_TEST_SEARCH_WORKSPACE";

    public const int BatchEvents = 500;

    [ModuleInitializer]
    internal static void RunWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(Workspace) is not { } workspace)
            return;
        using (var lake = DuckDbLake.Open(workspace))
        using (var search = new PostSearch(lake.Database, workspace, BatchEvents))
            search.CatchUp(new Steps());
        Environment.Exit(0);
    }

    private sealed class Steps : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => Console.Out.WriteLine(value.Indexed);
    }
}
