using System.IO.Compression;
using System.Text;
using Tocsin.Core.Events;
using Tocsin.Lake.Import;

namespace Tocsin.Lake.Tests.Import;

/// <summary>A folder of files to import and a journal that records what came of them.</summary>
internal sealed class Inbox : IDisposable
{
    public Inbox() => Folder = Directory.CreateTempSubdirectory("tocsin-inbox-").FullName;

    public string Folder { get; }

    public RecordingJournal Journal { get; } = new();

    public IReadOnlyList<IncomingEvent> Events => Journal.Events;

    public IReadOnlyList<Reject> Rejects => Journal.Rejects;

    public static string Example(string name) => Path.Combine(AppContext.BaseDirectory, "examples", name);

    public static string Post(int id, string text = "hello", string ts = "2026-03-01T09:00Z") =>
        $$"""{"id":"p{{id}}","account":"a{{id % 7}}","ts":"{{ts}}","text":"{{text}}"}""";

    public static string Posts(int from, int count) =>
        string.Concat(Enumerable.Range(from, count).Select(id => Post(id) + "\n"));

    public string Put(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Put(string name, string content) => Put(name, Encoding.UTF8.GetBytes(content));

    public string PutGzip(string name, ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return Put(name, packed.ToArray());
    }

    public Task<ImportSummary> Import(string path, ImportOptions? options = null) => Import([path], options);

    public Task<ImportSummary> Import(IReadOnlyList<string> paths, ImportOptions? options = null) =>
        new Importer(Journal, TimeProvider.System).ImportAsync(paths, options ?? new ImportOptions(), null, TestContext.Current.CancellationToken);

    public IncomingEvent ById(string id) => Events.Single(happening => happening.Event.Id == id);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

internal static class IncomingEvents
{
    public static IEnumerable<string> Values(this IncomingEvent happening, ObservableKind kind) =>
        happening.Observables.Where(observable => observable.Kind == kind).Select(observable => observable.Value);
}
