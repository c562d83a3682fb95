using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Tocsin.Core.Events;

/// <summary>
/// 64-bit keys of events, accounts and values: XXH3 over UTF-16, stable across runs and machines.
/// Among 100 million ids the chance of one collision is about 3 in 10,000 (birthday bound n²/2⁶⁵).
/// </summary>
public static class Keys
{
    public static ulong Of(string platform, string id) => XxHash3.HashToUInt64(Bytes(id), (long)Of(platform));

    public static ulong Of(ReadOnlySpan<char> value) => XxHash3.HashToUInt64(Bytes(value));

    private static ReadOnlySpan<byte> Bytes(ReadOnlySpan<char> value) => MemoryMarshal.AsBytes(value);
}
