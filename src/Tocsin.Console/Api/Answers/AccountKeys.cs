using System.Globalization;
using Tocsin.Core;

namespace Tocsin.Console.Api.Answers;

/// <summary>Keys of accounts as the API writes them: digits.</summary>
internal static class AccountKeys
{
    /// <summary>Reads one.</summary>
    /// <exception cref="Problem">It is none.</exception>
    public static ulong Parse(string parameter, string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
        ? key
        : throw new Problem($"'{text}' is not a key of an account", parameter, "take the key that a list gives, digits alone");
}
