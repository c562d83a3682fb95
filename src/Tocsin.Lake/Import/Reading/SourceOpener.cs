using Tocsin.Core;

namespace Tocsin.Lake.Import.Reading;

/// <summary>Looks at a file's first bytes and says how it is to be opened.</summary>
internal static class SourceOpener
{
    /// <summary>The sources in a file: itself, or the files inside an archive. None when <paramref name="problem"/> is set.</summary>
    public static IReadOnlyList<Source> Open((string Path, string Shown) input, ImportOptions options, out Problem? problem)
    {
        problem = null;
        try
        {
            if (input.Path == InputPaths.StandardInput)
                return [StandardInput(options)];
            return Packing(input.Path) switch
            {
                Reading.Packing.Zip => [.. ZipSource.Entries(input.Path, input.Shown, options.Limits)],
                Reading.Packing.Parquet => [new TableSource(input.Path, input.Shown, TableSource.Parquet)],
                Reading.Packing.Zstandard => [new TableSource(input.Path, input.Shown, TableSource.ZstandardText)],
                _ => [new FileSource(input.Path, input.Shown)],
            };
        }
        catch (Problem found)
        {
            problem = found;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            problem = new Problem("The file cannot be opened", input.Shown, e.Message, e);
        }
        return [];
    }

    private static Packing Packing(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[4];
        return Unpacking.Detect(head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
    }

    private static InputSource StandardInput(ImportOptions options)
    {
        var input = new InputSource(options.StandardInput());
        return input.Packing is Reading.Packing.None or Reading.Packing.Gzip
            ? input
            : throw new Problem($"Standard input cannot be {input.Packing}", "-", "Save it as a file and import that.");
    }
}
