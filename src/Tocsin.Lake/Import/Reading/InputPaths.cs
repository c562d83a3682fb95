using System.IO.Enumeration;
using Tocsin.Core;

namespace Tocsin.Lake.Import.Reading;

/// <summary>
/// Turns what was asked for into files: a folder means all regular files below it in ordinal order. Links inside
/// folders are not followed, hidden files are left out, and pipes and devices are refused unopened.
/// </summary>
internal static class InputPaths
{
    public const string StandardInput = "-";

    public static IEnumerable<(string Path, string Shown)> Expand(string path)
    {
        if (path == StandardInput)
            return [(path, path)];
        if (path.Contains('\0') || (!File.Exists(path) && !Directory.Exists(path)))
            throw new Problem("There is no such file or folder", Shown(path), "Check the spelling; give '-' to read standard input.");
        return Directory.Exists(path) ? Below(path) : [(Regular(path), Shown(path))];
    }

    /// <summary>A name fit for a terminal and a log: control characters become visible.</summary>
    public static string Shown(string path)
    {
        const int longest = 500;
        var cut = path.Length <= longest ? path : string.Concat(path.AsSpan(0, longest), "…");
        return string.Concat(cut.Select(c => char.IsControl(c) ? '\uFFFD' : c));
    }

    private static IEnumerable<(string, string)> Below(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
        };
        var found = new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToFullPath(), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        };
        return found.Where(FileKind.IsRegular).Order(StringComparer.Ordinal).Select(file => (file, Shown(file)));
    }

    private static string Regular(string path) => FileKind.IsRegular(path)
        ? path
        : throw new Problem("Only regular files can be imported, no pipes or devices", Shown(path), "Read it as standard input: tocsin import - < PATH");
}
