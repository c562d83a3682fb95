using System.Runtime.InteropServices;

namespace Tocsin.Lake.Import.Reading;

/// <summary>
/// Tells regular files from pipes and devices without opening them: opening a pipe can wait for ever, and reading
/// /dev/zero never ends. The framework has no managed way to ask, so on Unix its own native shim is called.
/// </summary>
internal static partial class FileKind
{
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;
    private const int ModeOffset = 4;

    public static bool IsRegular(string path)
    {
        if (OperatingSystem.IsWindows())
            return (File.GetAttributes(path) & (FileAttributes.Device | FileAttributes.Directory)) == FileAttributes.None;
        Span<byte> status = stackalloc byte[512];
        return Stat(path, ref MemoryMarshal.GetReference(status)) == 0
            && (MemoryMarshal.Read<int>(status[ModeOffset..]) & TypeMask) == Regular;
    }

    /// <summary>Follows links. The answer's second 32-bit field is st_mode.</summary>
    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, ref byte status);
}
