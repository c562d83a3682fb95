using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tocsin.Casework;

namespace Tocsin.Console.Security.Administration;

/// <summary>What the audit list's address asks for; days are UTC.</summary>
public sealed record AuditSearch(
    [property: FromQuery(Name = "actor")] string? Actor,
    [property: FromQuery(Name = "verb")] string? Verb,
    [property: FromQuery(Name = "subject")] string? Subject,
    [property: FromQuery(Name = "from")] string? From,
    [property: FromQuery(Name = "until")] string? Until)
{
    public AuditFilter Filter() => new()
    {
        ActorId = Some(Actor),
        Verb = Some(Verb),
        Subject = Some(Subject),
        From = Day(From),
        // The last day is part of the range.
        Until = Day(Until)?.AddDays(1),
    };

    /// <summary>The same as an address has it, with its question mark; empty when nothing is asked for.</summary>
    public string Query() => QueryString.Create(new Dictionary<string, string?>
    {
        ["actor"] = Some(Actor),
        ["verb"] = Some(Verb),
        ["subject"] = Some(Subject),
        ["from"] = Some(From),
        ["until"] = Some(Until),
    }.Where(one => one.Value is not null)).ToString();

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateTimeOffset? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null;
}
