namespace Tocsin.Core.Events.Extraction;

/// <summary>Ethereum addresses with the mixed-case checksum of EIP-55.</summary>
internal static class EthereumAddress
{
    private const int Length = 42;

    /// <summary>Lower case; null when malformed, or in mixed case with a wrong checksum.</summary>
    public static string? Normalise(ReadOnlySpan<char> address)
    {
        if (address.Length != Length)
            return null;
        var figures = address[2..];
        foreach (var c in figures)
        {
            if (!char.IsAsciiHexDigit(c))
                return null;
        }

        var lower = $"0x{figures}".ToLowerInvariant();
        return IsOneCase(figures) || HasChecksum(figures, lower.AsSpan(2)) ? lower : null;
    }

    private static bool IsOneCase(ReadOnlySpan<char> figures) =>
        !figures.ContainsAnyInRange('a', 'f') || !figures.ContainsAnyInRange('A', 'F');

    // A letter is upper case exactly where the hash of the lower-case figures has 8 or more.
    private static bool HasChecksum(ReadOnlySpan<char> figures, ReadOnlySpan<char> lower)
    {
        Span<byte> ascii = stackalloc byte[40];
        Span<byte> hash = stackalloc byte[Keccak256.HashLength];
        _ = System.Text.Ascii.FromUtf16(lower, ascii, out _);
        Keccak256.Hash(ascii, hash);
        for (var i = 0; i < figures.Length; i++)
        {
            var nibble = i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2] & 15;
            if (char.IsAsciiLetter(figures[i]) && char.IsAsciiLetterUpper(figures[i]) != nibble >= 8)
                return false;
        }

        return true;
    }
}
