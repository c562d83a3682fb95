using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Tocsin.Cli.Tests;

/// <summary>The launcher script, with a <c>dotnet</c> that only writes down what it was asked.</summary>
public class LauncherTests
{
    private const string FakeDotnet = """
        #!/bin/bash
        root=$(dirname "$(dirname "$(readlink -f "$0")")")
        case $1 in
          --list-sdks) echo '10.0.100 [/fake]' ;;
          build)
            echo build >> "$root/builds"
            [[ -f $root/broken ]] && { echo 'Program.cs(1,1): error CS1002'; exit 1; }
            mkdir -p "$root/artifacts/tocsin/bin/Tocsin.Cli/release"
            touch "$root/artifacts/tocsin/bin/Tocsin.Cli/release/tocsin.dll" ;;
          *) echo "$PWD: ${*:2}" ;;
        esac
        """;

    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    [Fact]
    public void It_builds_once_and_again_when_a_source_is_changed_added_or_deleted()
    {
        using var folder = Checkout();

        Assert.Equal(0, Run(folder, "scan").Exit);
        Assert.Equal(0, Run(folder, "scan").Exit);
        Assert.Equal(1, Builds(folder));

        File.WriteAllText(folder["src/Tocsin.Cli/New.cs"], "");
        Run(folder, "scan");
        Assert.Equal(2, Builds(folder));

        File.Delete(folder["src/Tocsin.Cli/New.cs"]);
        Run(folder, "scan");
        Assert.Equal(3, Builds(folder));
    }

    [Fact]
    public void It_works_through_a_symbolic_link_and_leaves_the_caller_where_he_is()
    {
        using var folder = Checkout();
        using var elsewhere = new TemporaryFolder();
        File.CreateSymbolicLink(elsewhere["t"], folder["tocsin"]);

        var outcome = Run(folder, elsewhere["t"], elsewhere.Path, "import", "a file.csv");

        Assert.Equal($"{elsewhere.Path}: import a file.csv", outcome.Out.Trim());
    }

    [Fact]
    public void A_build_that_fails_shows_why_on_standard_error_and_is_tried_again()
    {
        using var folder = Checkout();
        File.WriteAllText(folder["broken"], "");

        var broken = Run(folder, "scan");
        Assert.Equal(1, broken.Exit);
        Assert.Empty(broken.Out);
        Assert.Contains("error CS1002", broken.Error);
        Assert.Contains("  hint:  ", broken.Error);

        File.Delete(folder["broken"]);
        Assert.Equal(0, Run(folder, "scan").Exit);
    }

    [Fact]
    public async Task Two_at_once_build_once()
    {
        using var folder = Checkout();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Run(folder, "scan"))));

        Assert.All(outcomes, outcome => Assert.Equal(0, outcome.Exit));
        Assert.Equal(1, Builds(folder));
    }

    private static TemporaryFolder Checkout()
    {
        var folder = new TemporaryFolder();
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("the launcher is a bash script");
            return folder;
        }
        Directory.CreateDirectory(folder["src/Tocsin.Cli"]);
        File.WriteAllText(folder["src/Tocsin.Cli/Program.cs"], "");
        Directory.CreateDirectory(folder[".ci"]);
        File.Copy(Path.Combine(Root, "tocsin"), folder["tocsin"]);
        File.Copy(Path.Combine(Root, ".ci", "require-tools"), folder[".ci/require-tools"]);
        Directory.CreateDirectory(folder["bin"]);
        foreach (var (name, script) in new[] { ("dotnet", FakeDotnet), ("node", "#!/bin/bash\necho v20.0.0\n"), ("npm", "#!/bin/bash\n") })
        {
            File.WriteAllText(folder[$"bin/{name}"], script);
            File.SetUnixFileMode(folder[$"bin/{name}"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
        return folder;
    }

    private static int Builds(TemporaryFolder folder) => File.ReadLines(folder["builds"]).Count();

    private static Outcome Run(TemporaryFolder folder, params string[] args) => Run(folder, folder["tocsin"], folder.Path, args);

    private static Outcome Run(TemporaryFolder folder, string script, string from, params string[] args)
    {
        var start = new ProcessStartInfo("bash", [script, .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = from,
        };
        start.Environment["PATH"] = $"{folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
        return Cli.Finish(start);
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
