using System.Runtime.CompilerServices;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Import;

namespace Tocsin.Lake.Tests.Import;

/// <summary>The test program started again as an import of its own, to be killed: it says so line by line as it gets on.</summary>
internal static class KilledImport
{
    public const string Workspace = "TOCSIN_TEST_IMPORT_WORKSPACE";
    public const string File = "TOCSIN_TEST_IMPORT_FILE";

    public static ImportOptions Options { get; } = new() { BatchEvents = 5_000 };

    [ModuleInitializer]
    internal static void RunWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(Workspace) is not { } workspace)
            return;
        using (var lake = DuckDbLake.Open(workspace))
        {
            new Importer(lake.Journal, TimeProvider.System)
                .ImportAsync([Environment.GetEnvironmentVariable(File)!], Options, new Steps())
                .GetAwaiter().GetResult();
        }
        Environment.Exit(0);
    }

    private sealed class Steps : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => Console.Out.WriteLine(value.Read);
    }
}
