using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Tocsin.Core.Detection;

/// <summary>Short ids that people can read out: a letter and six characters without those that look alike (Crockford's Base32).</summary>
internal static class SignalId
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 6;

    /// <summary>The id of a set of accounts: the same whatever their order.</summary>
    public static string Of(string letter, IEnumerable<ulong> accounts)
    {
        ulong[] sorted = [.. accounts.Order()];
        var hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes<ulong>(sorted));
        return letter + "-" + string.Create(Length, hash, static (id, rest) =>
        {
            for (var i = 0; i < id.Length; i++, rest >>= 5) id[i] = Alphabet[(int)(rest & 31)];
        });
    }
}
