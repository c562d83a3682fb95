using System.Text;
using Tocsin.Core.Events.Extraction;

namespace Tocsin.Core.Tests.Events.Extraction;

public class WalletTests
{
    // BIP-173 and BIP-350, test vectors.
    [Theory]
    [InlineData("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", true)]
    [InlineData("bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y", true)]
    [InlineData("BC1SW50QGDZ25J", true)]
    [InlineData("bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs", true)]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", true)]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", false)] // bech32 instead of bech32m
    [InlineData("bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4", false)] // o is no figure
    [InlineData("BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R", false)] // version 17
    [InlineData("bc1pw5dgrnzv", false)] // program of one byte
    [InlineData("BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P", false)] // version 0 of the wrong length
    [InlineData("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", false)] // checksum
    [InlineData("bc1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", false)] // mixed case
    [InlineData("tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx", false)] // test network
    [InlineData("bc1gmk9yu", false)] // no data
    public void Bech32(string address, bool valid) => Assert.Equal(valid, SegwitAddress.IsValid(address, "bc"));

    [Theory]
    [InlineData("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", 0x00, true)] // the first block's
    [InlineData("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", 0x00, true)]
    [InlineData("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", 0x05, true)]
    [InlineData("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", 0x00, false)]
    [InlineData("1111111111111111111114oLvT2", 0x00, true)] // all zeros
    [InlineData("111111111111111111111114oLvT2", 0x00, false)]
    [InlineData("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", 0x41, true)] // the USDT contract
    public void Base58(string address, byte version, bool valid) => Assert.Equal(valid, Base58Check.IsValid(address, version));

    // EIP-55.
    [Theory]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EE7", true)] // all upper
    [InlineData("0xde709f2102306220921060314715629080e2fb77", true)] // all lower
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", true)]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", true)]
    [InlineData("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", true)]
    [InlineData("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb", true)]
    [InlineData("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9adb", false)]
    [InlineData("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aD", false)]
    [InlineData("0xG1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb", false)]
    public void Ethereum(string address, bool valid) =>
        Assert.Equal(valid ? address.ToLowerInvariant() : null, EthereumAddress.Normalise(address));

    // Keccak team, ShortMsgKAT_256 (before FIPS 202), and a message longer than one block.
    [Theory]
    [InlineData("", "C5D2460186F7233C927E7DB2DCC703C0E500B653CA82273B7BFAD8045D85A470")]
    [InlineData("abc", "4E03657AEA45A94FC7D47BA826C8D667C0D1E6E33A64A036EC44F58FA12D6C45")]
    [InlineData("The quick brown fox jumps over the lazy dog", "4D741B6F1EB29CB2A9B9911C82F56FA8D73B04959D3D9D222895DF6C0B28AA15")]
    public void Keccak(string message, string hash)
    {
        var actual = new byte[Keccak256.HashLength];
        Keccak256.Hash(Encoding.ASCII.GetBytes(message), actual);
        Assert.Equal(hash, Convert.ToHexString(actual));
    }
}
