using Tocsin.Core.Events.Extraction;

namespace Tocsin.Core.Simulation.Operations;

/// <summary>Addresses that belong to nobody but pass the checks of a wallet.</summary>
internal static class Wallets
{
    /// <summary>A random pay-to-witness-public-key-hash address (BIP 173): version 0, 160 bits, bech32 checksum.</summary>
    public static string Bitcoin(Chance chance) =>
        SegwitAddress.Write("bc", [.. Enumerable.Range(0, 32).Select(_ => (byte)chance.Below(32))]);

    /// <summary>A random address in lower case, which carries no checksum (EIP-55).</summary>
    public static string Ethereum(Chance chance) => $"0x{chance.Next():x16}{chance.Next():x16}{(uint)chance.Next():x8}";
}
