using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

/// <summary>Whom a comment calls: <c>@name</c> is a user name, or its part before the @ of an e-mail address.</summary>
internal static partial class Mentions
{
    private const int Most = 20;

    public static async Task<IReadOnlyList<string>> OfAsync(CaseworkContext context, string text, CancellationToken cancel)
    {
        string[] names = [.. Name().Matches(text).Select(match => match.Groups["name"].Value.TrimEnd('.', '-').ToUpperInvariant()).Distinct().Take(Most)];
        if (names.Length == 0) return [];
        var people = await context.Users.Select(user => new { user.Id, user.NormalizedUserName }).ToListAsync(cancel);
        return [.. people.Where(person => person.NormalizedUserName is { } name && (names.Contains(name) || names.Contains(name.Split('@')[0]))).Select(person => person.Id)];
    }

    [GeneratedRegex(@"(?<![\w@])@(?<name>[\w.\-]+(@[\w.\-]+)?)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
