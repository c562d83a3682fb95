using System.Buffers;

namespace Tocsin.Core.Events.Extraction;

/// <summary>
/// Wallet addresses whose checksum holds: Bitcoin (base58check, bech32, bech32m), Ethereum, TRON. Ethereum addresses in one
/// case bear no checksum and are taken as they are. Values: as written, bech32 and Ethereum in lower case.
/// </summary>
internal static class WalletScanner
{
    private const int Shortest = 26;
    private const int Longest = 90;

    private static readonly SearchValues<char> AddressCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>Wallets may stand inside links (block explorers, payment links), so claimed stretches are searched too.</summary>
    public static void Scan(TextScan scan)
    {
        var text = scan.Text.AsSpan();
        for (var i = 0; i + Shortest <= text.Length;)
        {
            // The last obstacle in the next stretch tells how far to leap.
            var obstacle = text.Slice(i, Shortest).LastIndexOfAnyExcept(AddressCharacters);
            if (obstacle >= 0)
            {
                i += obstacle + 1;
                continue;
            }

            var rest = text[i..].IndexOfAnyExcept(AddressCharacters);
            var end = rest < 0 ? text.Length : i + rest;
            if (end - i <= Longest && Normalise(text[i..end]) is { } address)
            {
                scan.Claim(i, end);
                scan.Add(ObservableKind.Wallet, address);
            }

            i = end;
        }
    }

    /// <summary>Null when this is no valid address.</summary>
    public static string? Normalise(ReadOnlySpan<char> token) => token switch
    {
        ['0', 'x' or 'X', ..] => EthereumAddress.Normalise(token),
        ['b' or 'B', 'c' or 'C', '1', ..] => SegwitAddress.IsValid(token, "bc") ? token.ToString().ToLowerInvariant() : null,
        ['1', ..] => Base58Check.IsValid(token, version: 0x00) ? token.ToString() : null,
        ['3', ..] => Base58Check.IsValid(token, version: 0x05) ? token.ToString() : null,
        ['T', ..] => Base58Check.IsValid(token, version: 0x41) ? token.ToString() : null,
        _ => null,
    };
}
