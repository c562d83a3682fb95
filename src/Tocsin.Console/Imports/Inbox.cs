using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Tocsin.Casework;
using Tocsin.Core;

namespace Tocsin.Console.Imports;

/// <summary>
/// Files sent to the console, in the workspace's folder <c>inbox</c>: each in a folder of its own under a random name, beside a
/// note that says what its sender called it. A file counts once its note lies there; what lacks one was cut short.
/// </summary>
internal sealed class Inbox(ConsoleOptions options, TimeProvider clock)
{
    private const string DataName = "data";
    private const string NoteName = "note.json";
    private const int IdBytes = 9;
    private const int BufferSize = 128 << 10;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>What stays free on the disk, whatever is sent: the lake needs room too.</summary>
    private const long Spare = 512L << 20;

    private string Folder => Path.Combine(options.Workspace, "inbox");

    /// <summary>Takes a file in as it arrives, in bounded memory.</summary>
    /// <param name="length">Its size, when its sender says so.</param>
    /// <param name="most">Bytes it may have.</param>
    /// <exception cref="Problem">It is empty or too large, or the disk is too full.</exception>
    public async Task<Upload> TakeAsync(Actor actor, string? name, Stream content, long? length, long most, CancellationToken cancel)
    {
        if (length > most) throw TooLarge(name, most);
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        var folder = Directory.CreateDirectory(Path.Combine(Folder, id)).FullName;
        try
        {
            CheckRoom(length ?? 0);
            var (size, sha256) = await WriteAsync(Path.Combine(folder, DataName), content, name, most, cancel);
            if (size == 0) throw new Problem("the file is empty", FileNames.Shown(name), "choose one that holds something");
            var upload = new Upload(id, FileNames.Shown(name), size, sha256, actor.Id, actor.Name, clock.GetUtcNow());
            await File.WriteAllTextAsync(Path.Combine(folder, NoteName), JsonSerializer.Serialize(upload), cancel);
            return upload;
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Null when there is none by that id.</summary>
    public Upload? Find(string id)
    {
        if (!IsId(id) || NoteOf(id) is not { } note || !File.Exists(note)) return null;
        return JsonSerializer.Deserialize<Upload>(File.ReadAllText(note));
    }

    /// <summary>All that wait, the newest first.</summary>
    public IReadOnlyList<Upload> List() => !Directory.Exists(Folder)
        ? []
        : [.. Directory.EnumerateDirectories(Folder).Select(folder => Find(Path.GetFileName(folder))).OfType<Upload>().OrderByDescending(upload => upload.At)];

    public string PathOf(Upload upload) => Path.Combine(Folder, upload.Id, DataName);

    /// <summary>Removes one; false when it was not there.</summary>
    public bool Remove(string id)
    {
        if (Find(id) is null) return false;
        Directory.Delete(Path.Combine(Folder, id), recursive: true);
        return true;
    }

    /// <summary>Removes what nobody took up within a week, and what was cut short.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(Folder)) return;
        var oldest = (clock.GetUtcNow() - Kept).UtcDateTime;
        foreach (var folder in new DirectoryInfo(Folder).EnumerateDirectories().Where(folder => IsId(folder.Name) && folder.LastWriteTimeUtc < oldest))
            folder.Delete(recursive: true);
    }

    private string? NoteOf(string id) => IsId(id) ? Path.Combine(Folder, id, NoteName) : null;

    private static bool IsId(string id) => id.Length == Base64Url.GetEncodedLength(IdBytes) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private void CheckRoom(long length)
    {
        var free = new DriveInfo(Folder).AvailableFreeSpace;
        if (free < length + Spare)
            throw new Problem($"the disk has {free >> 20:N0} MB left, too little for this file", options.Workspace, "free some room, or put the workspace on another disk");
    }

    private async Task<(long Size, string Sha256)> WriteAsync(string path, Stream content, string? name, long most, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous });
        var buffer = new byte[BufferSize];
        var (size, looked) = (0L, 0L);
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            size += read;
            if (size > most) throw TooLarge(name, most);
            if (size - looked > Spare / 4)
            {
                CheckRoom(0);
                looked = size;
            }
            hash.AppendData(buffer.AsSpan(0, read));
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static Problem TooLarge(string? name, long most) =>
        new($"the file is larger than {most >> 20:N0} MB", FileNames.Shown(name), "split it, have an admin raise the limit in Settings, or run 'tocsin import' on the machine itself");
}
