using Tocsin.Casework;
using Tocsin.Console.Imports;
using Tocsin.Core;

namespace Tocsin.Console.Work;

/// <summary>Takes files in and lets them go, with who did it in the audit.</summary>
internal sealed class Uploads(Inbox inbox, UploadImports imports, WorkSettings settings, AuditLog audit)
{
    /// <summary>Takes a file in as it arrives.</summary>
    /// <exception cref="Problem">It is empty or too large, or the disk is too full.</exception>
    public async Task<Upload> TakeAsync(Actor actor, string? name, Stream content, long? length, CancellationToken cancel)
    {
        var upload = await inbox.TakeAsync(actor, name, content, length, (await settings.ReadAsync(cancel)).MostUpload, cancel);
        await audit.RecordAsync(actor with { IdempotencyKey = null }, "upload.received", Subject(upload.Id), null, new { upload.Name, upload.Size, upload.Sha256 }, cancel);
        return upload;
    }

    /// <summary>Removes one that is not being imported.</summary>
    /// <exception cref="MissingException">There is none by that id.</exception>
    public async Task RemoveAsync(Actor actor, string id, CancellationToken cancel)
    {
        var upload = inbox.Find(id) ?? throw new MissingException(Subject(id));
        if (imports.RunOf(id) is { } run) throw new Problem("the file is being imported", upload.Name, $"stop import {run} first");
        inbox.Remove(id);
        await audit.RecordAsync(actor, "upload.removed", Subject(id), new { upload.Name }, null, cancel);
    }

    private static string Subject(string id) => $"upload:{id}";
}
