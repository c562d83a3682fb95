using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Tocsin.Casework;

/// <summary>What links and tokens carry: 256 random bits. The database keeps the hash alone; so much chance needs no salt.</summary>
internal static class Secrets
{
    private const int Bytes = 32;

    public static string New(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
