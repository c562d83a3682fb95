using Tocsin.Core.Events;
using Tocsin.Core.Events.Extraction;
using Tocsin.Core.Simulation;
using Tocsin.Core.Simulation.Operations;

namespace Tocsin.Core.Tests.Simulation;

public class WalletsTests
{
    [Fact]
    public void A_bitcoin_address_passes_the_checksum() =>
        Assert.All(Enumerable.Range(0, 50), seed => Assert.True(SegwitAddress.IsValid(Wallets.Bitcoin(new Chance((ulong)seed)), "bc")));

    [Fact]
    public void The_example_of_bip_173_is_written_as_printed_there()
    {
        const string Address = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
        byte[] program = [.. Address[4..^6].Select(letter => (byte)"qpzry9x8gf2tvdw0s3jn54khce6mua7l".IndexOf(letter, StringComparison.Ordinal))];

        Assert.Equal(Address, SegwitAddress.Write("bc", program));
    }

    [Fact]
    public void An_ethereum_address_is_twenty_bytes_in_lower_case_hex() =>
        Assert.Matches("^0x[0-9a-f]{40}$", Wallets.Ethereum(new Chance(4)));

    [Fact]
    public void The_wallets_of_a_scam_are_found_in_its_texts_by_extraction()
    {
        var wallets = Simulator.Run(new()).Events
            .Select(ObservableExtractor.Enrich)
            .SelectMany(e => e.Observables)
            .Where(observable => observable.Kind == ObservableKind.Wallet)
            .CountBy(observable => observable.Value)
            .ToList();

        Assert.Equal(3, wallets.Count);
        Assert.All(wallets, wallet => Assert.True(wallet.Value > 10));
    }
}
