using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Hunting;

namespace Tocsin.Console.Api.Hunting;

/// <summary>What is looked for, and when.</summary>
internal sealed record HuntAsk
{
    [FromQuery(Name = "q"), Description("Words, phrases in quotation marks and values, as the hunt box takes them; empty for everything.")]
    public string? Words { get; init; }

    [FromQuery(Name = "from"), Description("From this time on; exact to the second.")]
    public DateTimeOffset? From { get; init; }

    [FromQuery(Name = "until"), Description("Before this time.")]
    public DateTimeOffset? Until { get; init; }

    /// <summary>What is looked for.</summary>
    /// <exception cref="Problem">It cannot be read; the problem points at the place.</exception>
    public HuntQuery Query => HuntQuery.Parse(Words ?? "");

    /// <summary>Null for the whole lake.</summary>
    /// <exception cref="Problem">The range ends before it begins.</exception>
    public TimeRange? Range => (From, Until) switch
    {
        (null, null) => null,
        _ when From >= Until => throw new Problem("the range ends before it begins", "from, until", "swap them, or leave one out"),
        _ => new TimeRange(From ?? DateTimeOffset.MinValue, Until ?? DateTimeOffset.MaxValue),
    };
}
