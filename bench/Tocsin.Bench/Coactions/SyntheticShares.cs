using System.Diagnostics;
using System.Text.Json;

namespace Tocsin.Bench.Coactions;

/// <summary>The files that <c>cosharing/generate.py</c> of the shared data makes, kept in the temporary folder between runs.</summary>
internal static class SyntheticShares
{
    public static string File(string size)
    {
        var name = $"synthetic-{size}";
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "tocsin-bench")).FullName;
        var path = Path.Combine(folder, name + ".csv");
        if (!System.IO.File.Exists(path)) Generate(name, path);
        return path;
    }

    /// <summary>The command is written in reference.json, such as <c>python3 generate.py 100000 10 20 20 1 synthetic-100k.csv</c>.</summary>
    private static void Generate(string name, string path)
    {
        var data = Path.Combine(Environment.GetEnvironmentVariable("TOCSIN_DATA") ?? Path.Combine("..", "shared", "data"), "cosharing");
        using var reference = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(data, "reference.json")));
        var words = reference.RootElement.GetProperty("generate").GetProperty(name).GetString()!.Split(' ');
        var unfinished = path + ".part";
        using (var python = Process.Start(words[0], [Path.Combine(data, words[1]), .. words[2..^1], unfinished]))
        {
            python.WaitForExit();
            if (python.ExitCode != 0) throw new InvalidOperationException($"{words[1]} ended with {python.ExitCode}");
        }
        System.IO.File.Move(unfinished, path);
    }
}
