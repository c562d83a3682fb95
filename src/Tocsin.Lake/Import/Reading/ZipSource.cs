using System.IO.Compression;

namespace Tocsin.Lake.Import.Reading;

/// <summary>
/// One file inside a zip archive. Names inside archives are only ever shown: nothing is written anywhere,
/// so a name with .. in it leads nowhere.
/// </summary>
internal sealed class ZipSource(string path, string shown, int index, long packedSize) : Source(shown, packedSize)
{
    /// <summary>The files in the archive, in its order.</summary>
    /// <exception cref="InvalidDataException">Not a readable archive, or more entries than allowed.</exception>
    public static IEnumerable<ZipSource> Entries(string path, string shown, ImportLimits limits)
    {
        using var archive = ZipFile.OpenRead(path);
        if (archive.Entries.Count > limits.ArchiveEntries)
            throw new InvalidDataException($"the archive holds more than {limits.ArchiveEntries:N0} files");
        return [.. archive.Entries
            .Select((entry, index) => (entry, index))
            .Where(found => !found.entry.FullName.EndsWith('/') && found.entry.Length > 0)
            .Select(found => new ZipSource(path, $"{shown}/{InputPaths.Shown(found.entry.FullName)}", found.index, found.entry.CompressedLength))];
    }

    public override string Digest(CancellationToken cancel)
    {
        using var file = File.OpenRead(path);
        return $"{DigestOf(file, cancel)}:{index}";
    }

    public override Stream Open(ImportLimits limits)
    {
        var archive = ZipFile.OpenRead(path);
        var packed = Math.Min(Size, new FileInfo(path).Length);
        var entry = new OwningStream(archive.Entries[index].Open(), archive);
        return Unpacking.Text(new ExpansionGuard(entry, () => packed, limits), Meter = new Meter(), limits);
    }

    private sealed class OwningStream(Stream inner, IDisposable owner) : ReadThrough(inner)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
                owner.Dispose();
        }
    }
}
