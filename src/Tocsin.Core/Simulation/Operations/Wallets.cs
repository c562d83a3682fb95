using System.Text;

namespace Tocsin.Core.Simulation.Operations;

/// <summary>Addresses that belong to nobody but pass the checks of a wallet.</summary>
internal static class Wallets
{
    private const string Charset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const string Prefix = "bc";
    private static readonly uint[] Generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

    /// <summary>A random pay-to-witness-public-key-hash address, version 0 (BIP 173): 160 bits, bech32 checksum.</summary>
    public static string Bitcoin(Chance chance)
    {
        int[] data = [0, .. Enumerable.Range(0, 32).Select(_ => chance.Below(32))];
        var checksum = Polymod([.. Expanded, .. data, 0, 0, 0, 0, 0, 0]) ^ 1;
        var tail = Enumerable.Range(0, 6).Select(i => (int)(checksum >> (5 * (5 - i))) & 31);
        return data.Concat(tail).Aggregate(new StringBuilder($"{Prefix}1"), (text, five) => text.Append(Charset[five])).ToString();
    }

    /// <summary>A random address in lower case, which carries no checksum (EIP-55).</summary>
    public static string Ethereum(Chance chance) => $"0x{chance.Next():x16}{chance.Next():x16}{(uint)chance.Next():x8}";

    private static IEnumerable<int> Expanded => [.. Prefix.Select(letter => letter >> 5), 0, .. Prefix.Select(letter => letter & 31)];

    private static uint Polymod(IEnumerable<int> values)
    {
        var check = 1u;
        foreach (var value in values)
        {
            var top = check >> 25;
            check = (check & 0x1ffffff) << 5 ^ (uint)value;
            for (var i = 0; i < 5; i++)
                if ((top >> i & 1) == 1) check ^= Generator[i];
        }

        return check;
    }
}
