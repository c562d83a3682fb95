using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Tocsin.Casework;

namespace Tocsin.Console.Api.Records;

/// <summary>Which audit entries to list.</summary>
internal sealed record AuditAsk
{
    [FromQuery(Name = "actor"), Description("Id of who did it.")]
    public string? Actor { get; init; }

    [FromQuery(Name = "subject"), Description("What it was done to, e.g. signal:N-7F3K2M.")]
    public string? Subject { get; init; }

    [FromQuery(Name = "verb"), Description("What was done, or its beginning: signal. stands for all that is done to signals.")]
    public string? Verb { get; init; }

    [FromQuery(Name = "from"), Description("From this time on.")]
    public DateTimeOffset? From { get; init; }

    [FromQuery(Name = "until"), Description("Before this time.")]
    public DateTimeOffset? Until { get; init; }

    public AuditFilter Filter => new() { ActorId = Actor, Subject = Subject, Verb = Verb, From = From, Until = Until };
}
