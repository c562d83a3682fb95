using System.Text.Json;
using Tocsin.Core;

namespace Tocsin.Console.Api.Answers;

/// <summary>Words of enumerations in addresses, written as in JSON: <c>true_positive</c>.</summary>
internal static class Choices
{
    /// <summary>The values named, in one parameter with commas or in several.</summary>
    /// <exception cref="Problem">One of them does not exist.</exception>
    public static IReadOnlyList<T> Of<T>(string parameter, string[]? words)
        where T : struct, Enum => [.. Words(words).Select(word => One<T>(parameter, word))];

    public static T One<T>(string parameter, string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Word(value).Equals(word, StringComparison.OrdinalIgnoreCase)) return value;
        }
        throw new Problem($"'{word}' cannot be asked for", parameter, $"choose of {string.Join(", ", Enum.GetValues<T>().Select(Word))}");
    }

    public static IReadOnlyList<string> Words(string[]? words) =>
        [.. (words ?? []).SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
