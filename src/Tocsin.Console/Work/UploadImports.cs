using Tocsin.Casework;
using Tocsin.Console.Imports;
using Tocsin.Core;
using Tocsin.Lake.Import;
using Tocsin.Lake.Import.Formats;

namespace Tocsin.Console.Work;

/// <summary>Asks for uploaded files to be imported.</summary>
internal sealed class UploadImports(WorkQueue queue, Inbox inbox, IImportJournal journal, SearchIndex index, TimeProvider clock)
{
    /// <summary>An import in the background.</summary>
    /// <exception cref="Problem">The upload is gone or under way already, or the map is none.</exception>
    public Task<WorkRun> AskAsync(Actor actor, string upload, string? format, string? map, string? platform, CancellationToken cancel = default)
    {
        var file = inbox.Find(upload) ?? throw new MissingException($"upload:{upload}");
        if (RunOf(upload) is { } run) throw new Problem("the file is being imported already", file.Name, $"watch import {run}");
        if (map is { Length: > 0 }) EventMap.Parse(map, "the map");
        var request = new ImportRequest(upload, file.Name, Some(format), Some(map), Some(platform));
        return queue.AskAsync(actor, new ImportWork(request, inbox, journal, index, clock), cancel);
    }

    /// <summary>The import that an upload is in; null when it waits.</summary>
    public long? RunOf(string upload) => queue.Open.FirstOrDefault(entry => entry.Work.Request is ImportRequest request && request.Upload == upload)?.Run.Id;

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
