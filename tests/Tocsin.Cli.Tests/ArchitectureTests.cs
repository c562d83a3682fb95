using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

namespace Tocsin.Cli.Tests;

/// <summary>Holds the arrows of the house: Cli → Console → { Casework, Lake } → Core, and a core that does no I/O.</summary>
public class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Tocsin.Core"] = [],
        ["Tocsin.Lake"] = ["Tocsin.Core"],
        ["Tocsin.Casework"] = ["Tocsin.Core"],
        ["Tocsin.Console"] = ["Tocsin.Core", "Tocsin.Lake", "Tocsin.Casework"],
        ["tocsin"] = ["Tocsin.Core", "Tocsin.Lake", "Tocsin.Casework", "Tocsin.Console"],
    };

    private static readonly string[] ForbiddenInCore =
    [
        "System.Console",
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.IO.DriveInfo", "System.IO.RandomAccess",
        "System.Diagnostics.Process", "System.Runtime.InteropServices.NativeLibrary",
        "System.Net.Dns", "System.Net.WebRequest", "System.Net.HttpListener", "System.Net.Sockets.Socket", "System.Net.Sockets.TcpClient", "System.Net.Sockets.UdpClient",
    ];

    private static readonly string[] ForbiddenNamespacesInCore = ["System.Net.Http", "System.Net.WebSockets", "System.Net.Mail", "System.Data", "System.IO.Pipes"];

    private static readonly string[] RoomsWithoutAName = ["Utilities", "Utils", "Helpers", "Common", "Services", "Managers", "Misc"];

    [Theory]
    [InlineData("Tocsin.Core")]
    [InlineData("Tocsin.Lake")]
    [InlineData("Tocsin.Casework")]
    [InlineData("Tocsin.Console")]
    [InlineData("tocsin")]
    public void A_project_refers_only_to_those_below_it(string assembly) =>
        Read(assembly, metadata =>
        {
            var ours = metadata.AssemblyReferences.Select(h => metadata.GetString(metadata.GetAssemblyReference(h).Name))
                .Where(name => name.StartsWith("Tocsin", StringComparison.OrdinalIgnoreCase));
            Assert.Empty(ours.Except(Arrows[assembly]));
        });

    [Fact]
    public void The_core_does_no_input_or_output() =>
        Read("Tocsin.Core", metadata =>
        {
            var used = metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Select(t => (Space: metadata.GetString(t.Namespace), Name: $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}"));
            Assert.DoesNotContain(used, t => ForbiddenInCore.Contains(t.Name) || ForbiddenNamespacesInCore.Any(n => IsIn(t.Space, n)));
        });

    [Fact]
    public void The_core_opens_no_file_by_its_path() =>
        Read("Tocsin.Core", metadata => Assert.DoesNotContain(
            metadata.MemberReferences.Select(metadata.GetMemberReference),
            member => metadata.GetString(member.Name) == ".ctor" && IsReaderOrWriter(metadata, member.Parent) && TakesStringFirst(metadata.GetBlobBytes(member.Signature))));

    [Fact]
    public void The_core_calls_no_native_library() =>
        Read("Tocsin.Core", metadata => Assert.Equal(0, metadata.GetTableRowCount(TableIndex.ImplMap)));

    [Fact]
    public void No_folder_is_a_drawer_for_odds_and_ends() =>
        Assert.DoesNotContain(Sources(), file => RoomsWithoutAName.Any(room => file.Split('/', '\\').SkipLast(1).Contains(room)));

    [Fact]
    public void No_source_file_is_longer_than_350_lines() =>
        Assert.DoesNotContain(Sources(), file => File.ReadLines(file).Count() > 350);

    private static bool IsReaderOrWriter(MetadataReader metadata, EntityHandle type) =>
        type.Kind == HandleKind.TypeReference
        && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name) is "StreamReader" or "StreamWriter";

    /// <summary>ECMA-335 II.23.2.1: calling convention, number of parameters, return type, parameters.</summary>
    private static bool TakesStringFirst(byte[] signature) => signature.Length > 3 && signature[3] == (byte)SignatureTypeCode.String;

    private static bool IsIn(string space, string parent) => space == parent || space.StartsWith(parent + ".", StringComparison.Ordinal);

    private static void Read(string assembly, Action<MetadataReader> check)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        using var image = new PEReader(file);
        check(image.GetMetadataReader());
    }

    private static IEnumerable<string> Sources([CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
        var separator = Path.DirectorySeparatorChar;
        return new[] { "src", "tests" }.SelectMany(top => Directory.EnumerateFiles(Path.Combine(root, top), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{separator}obj{separator}") && !file.Contains($"{separator}bin{separator}"));
    }
}
