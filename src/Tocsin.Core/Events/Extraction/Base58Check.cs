using System.Security.Cryptography;

namespace Tocsin.Core.Events.Extraction;

/// <summary>Base58Check with a 20-byte payload: https://en.bitcoin.it/wiki/Base58Check_encoding.</summary>
internal static class Base58Check
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private const int Length = 25; // version, 20 bytes of hash, 4 bytes of checksum

    /// <summary>True when the text encodes that version byte, 20 bytes and their right checksum.</summary>
    public static bool IsValid(ReadOnlySpan<char> text, byte version)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (!TryDecode(text, bytes) || bytes[0] != version)
            return false;
        Span<byte> hash = stackalloc byte[32];
        _ = SHA256.HashData(bytes[..21], hash);
        _ = SHA256.HashData(hash, hash);
        return hash[..4].SequenceEqual(bytes[21..]);
    }

    private static bool TryDecode(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        if (text.Length is < 26 or > 35)
            return false;
        foreach (var c in text)
        {
            var carry = Alphabet.IndexOf(c);
            if (carry < 0)
                return false;
            for (var i = bytes.Length - 1; i >= 0; i--)
            {
                carry += 58 * bytes[i];
                bytes[i] = (byte)carry;
                carry >>= 8;
            }

            if (carry != 0)
                return false;
        }

        return LeadingOnes(text) == LeadingZeros(bytes);
    }

    private static int LeadingOnes(ReadOnlySpan<char> text) => text.IndexOfAnyExcept('1') is var n && n < 0 ? text.Length : n;

    private static int LeadingZeros(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept((byte)0) is var n && n < 0 ? bytes.Length : n;
}
