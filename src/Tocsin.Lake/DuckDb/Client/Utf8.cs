using System.Runtime.InteropServices;
using System.Text;

namespace Tocsin.Lake.DuckDb.Client;

internal static unsafe class Utf8
{
    /// <summary>A string of C, copied; null for a null pointer.</summary>
    public static string? Text(byte* pointer) => Marshal.PtrToStringUTF8((nint)pointer);

    /// <summary>UTF-8 with the closing zero that C wants.</summary>
    public static byte[] Terminated(string text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text) + 1];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }
}
