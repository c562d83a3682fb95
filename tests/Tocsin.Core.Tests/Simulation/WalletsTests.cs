using Tocsin.Core.Simulation;
using Tocsin.Core.Simulation.Operations;

namespace Tocsin.Core.Tests.Simulation;

public class WalletsTests
{
    private const string Charset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    [Fact]
    public void A_bitcoin_address_has_a_checksum_that_verifies() =>
        Assert.All(Enumerable.Range(0, 50), seed => Assert.True(Verifies(Wallets.Bitcoin(new Chance((ulong)seed)))));

    [Fact]
    public void The_check_of_this_test_accepts_the_example_of_bip_173_and_refuses_a_slip()
    {
        Assert.True(Verifies("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"));
        Assert.False(Verifies("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5"));
    }

    [Fact]
    public void An_ethereum_address_is_twenty_bytes_in_lower_case_hex() =>
        Assert.Matches("^0x[0-9a-f]{40}$", Wallets.Ethereum(new Chance(4)));

    // Polynomial remainder over GF(32) as BIP 173 prints it.
    private static bool Verifies(string address)
    {
        int[] values = [3, 3, 0, 2, 3, .. address[3..].Select(letter => Charset.IndexOf(letter, StringComparison.Ordinal))];
        var check = 1u;
        foreach (var value in values)
        {
            var top = check >> 25;
            check = ((check & 0x1ffffff) << 5) ^ (uint)value;
            uint[] generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
            for (var i = 0; i < 5; i++) check ^= ((top >> i) & 1) == 0 ? 0 : generator[i];
        }

        return check == 1 && address.Length == 42;
    }
}
