using Tocsin.Core;

namespace Tocsin.Lake.Import.Reading;

/// <summary>Looks at a file's first bytes and says how it is to be opened.</summary>
internal static class SourceOpener
{
    /// <summary>The sources in a file: itself, or the files inside an archive.</summary>
    /// <exception cref="Problem">It cannot be opened.</exception>
    public static IReadOnlyList<Source> Open(string path, string shown, ImportOptions options)
    {
        try
        {
            if (path == InputPaths.StandardInput)
                return [StandardInput(options)];
            var packing = PackingOf(path);
            return packing switch
            {
                Packing.Zip => [.. ZipSource.Entries(path, shown, options.Limits)],
                Packing.Parquet or Packing.Zstandard => [new TableSource(path, shown, packing)],
                _ => [new FileSource(path, shown)],
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new Problem("The file cannot be opened", shown, e.Message, e);
        }
    }

    private static Packing PackingOf(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[4];
        return Unpacking.Detect(head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
    }

    private static InputSource StandardInput(ImportOptions options)
    {
        var input = new InputSource(options.StandardInput());
        return input.Packing is Packing.None or Packing.Gzip
            ? input
            : throw new Problem($"Standard input cannot be {input.Packing}", "-", "Save it as a file and import that.");
    }
}
