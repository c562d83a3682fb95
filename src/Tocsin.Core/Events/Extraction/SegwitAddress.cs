namespace Tocsin.Core.Events.Extraction;

/// <summary>Bitcoin's native addresses: bech32 (BIP-173) for version 0, bech32m (BIP-350) for later ones.</summary>
internal static class SegwitAddress
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const uint Bech32 = 1;
    private const uint Bech32M = 0x2bc830a3;

    /// <summary>True for a valid address with this human-readable part (lower case).</summary>
    public static bool IsValid(ReadOnlySpan<char> address, ReadOnlySpan<char> humanPart)
    {
        Span<byte> values = stackalloc byte[address.Length];
        if (address.Length > 90 || !TryValues(address, humanPart, values, out var count))
            return false;
        var version = values[0];
        var checksum = Checksum(humanPart, values[..count]);
        if (version > 16 || checksum != (version == 0 ? Bech32 : Bech32M))
            return false;
        return TryProgramLength(values[1..(count - 6)], out var length) && (version != 0 || length is 20 or 32);
    }

    /// <summary>Writes the address of version 0 whose program is these groups of five bits.</summary>
    public static string Write(string humanPart, ReadOnlySpan<byte> program)
    {
        byte[] values = [0, .. program, 0, 0, 0, 0, 0, 0];
        var checksum = Checksum(humanPart, values) ^ Bech32;
        for (var i = 0; i < 6; i++)
            values[^(6 - i)] = (byte)(checksum >> (5 * (5 - i)) & 31);
        return $"{humanPart}1{string.Concat(values.Select(value => Alphabet[value]))}";
    }

    private static bool TryValues(ReadOnlySpan<char> address, ReadOnlySpan<char> humanPart, Span<byte> values, out int count)
    {
        count = 0;
        if (address.Length < humanPart.Length + 8 || address[humanPart.Length] != '1')
            return false;
        if (!address.StartsWith(humanPart, StringComparison.OrdinalIgnoreCase) || IsMixedCase(address))
            return false;
        foreach (var c in address[(humanPart.Length + 1)..])
        {
            var value = Alphabet.IndexOf(char.ToLowerInvariant(c));
            if (value < 0)
                return false;
            values[count++] = (byte)value;
        }

        return true;
    }

    private static bool IsMixedCase(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('a', 'z') && text.ContainsAnyInRange('A', 'Z');

    private static uint Checksum(ReadOnlySpan<char> humanPart, ReadOnlySpan<byte> values)
    {
        var sum = 1u;
        foreach (var c in humanPart)
            sum = Step(sum, (uint)c >> 5);
        sum = Step(sum, 0);
        foreach (var c in humanPart)
            sum = Step(sum, (uint)c & 31);
        foreach (var value in values)
            sum = Step(sum, value);
        return sum;
    }

    private static uint Step(uint sum, uint value)
    {
        ReadOnlySpan<uint> generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
        var top = sum >> 25;
        sum = (sum & 0x1ffffff) << 5 ^ value;
        for (var i = 0; i < 5; i++)
            sum ^= (top >> i & 1) * generator[i];
        return sum;
    }

    // Five bits each regroup into whole bytes, with fewer than five bits of padding, all zero.
    private static bool TryProgramLength(ReadOnlySpan<byte> values, out int length)
    {
        length = values.Length * 5 / 8;
        var padding = values.Length * 5 % 8;
        if (padding >= 5 || length is < 2 or > 40)
            return false;
        return (values[^1] & ((1 << padding) - 1)) == 0;
    }
}
