using Microsoft.EntityFrameworkCore;
using Tocsin.Core;

namespace Tocsin.Casework;

/// <summary>
/// A database on a server serves one workspace: a scan of another would find none of its signals and call them all quiet.
/// The first workspace to open it becomes its owner, by an id in a file of the workspace that copies of the folder share.
/// </summary>
internal static class Belonging
{
    private const string FileName = "workspace.id";
    private const string Key = "workspace";
    private const string Everybody = "";

    /// <summary>Makes sure that the database is this workspace's, and takes it when it is nobody's.</summary>
    /// <exception cref="Problem">It belongs to another workspace.</exception>
    public static void Check(CaseworkDatabase database, string workspace, string where)
    {
        var id = IdOf(workspace);
        var owner = Find(database) ?? Take(database, id);
        if (owner == id) return;
        throw new Problem("the casework database belongs to another workspace", where,
            $"give each workspace a database of its own; to go on with this one here, write {owner} into {Path.Combine(workspace, FileName)}");
    }

    private static string? Find(CaseworkDatabase database)
    {
        using var context = database.Connect();
        return context.Settings.Where(s => s.OwnerId == Everybody && s.Key == Key).Select(s => s.Value).SingleOrDefault();
    }

    /// <summary>Whoever of those that come at once is first; the id that holds.</summary>
    private static string Take(CaseworkDatabase database, string id) => database.Writer.WriteAsync(Actor.System, "workspace.bound", async write =>
    {
        if (await write.Context.Settings.SingleOrDefaultAsync(s => s.OwnerId == Everybody && s.Key == Key) is { } there) return there.Value;
        write.Context.Settings.Add(new Setting { OwnerId = Everybody, Key = Key, Value = id, At = write.Now, ById = write.Actor.Id });
        write.Record("workspace.bound", $"workspace:{id}", null, null);
        return id;
    }, CancellationToken.None).GetAwaiter().GetResult();

    private static string IdOf(string workspace)
    {
        var path = Path.Combine(workspace, FileName);
        Directory.CreateDirectory(workspace);
        if (!File.Exists(path))
        {
            // Moved into place whole: of two that start together neither reads half an id.
            var draft = $"{path}.{Guid.NewGuid():N}";
            File.WriteAllText(draft, $"{Guid.NewGuid()}\n");
            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException)
            {
                File.Delete(draft);
            }
        }
        return File.ReadAllText(path).Trim();
    }
}
