using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Layout.Reading;
using Tocsin.Console.Words;
using Tocsin.Core;

namespace Tocsin.Console.Screens.Handling.Acts;

/// <summary>Puts a signal aside until a time, or until it grows.</summary>
internal sealed record Snooze(Triage Triage, DateTimeOffset? Until) : IAct
{
    public static Snooze Of(Triage triage, IFormCollection form, DateTimeOffset now)
    {
        var until = form["until"].ToString();
        if (until == "grown") return new(triage, (DateTimeOffset?)null);
        if (until == "time") return new(triage, Time(form["at"].ToString(), form["zone"].ToString()));
        var span = SnoozeSpan.All.FirstOrDefault(span => span.Value == until) ?? throw new Problem("the snooze has no end", "until", "choose until when, or until what");
        return new(triage, now + span.Span);
    }

    public async Task<Done> DoAsync(Actor actor, SignalTarget target, CancellationToken cancel)
    {
        var state = await Triage.SnoozeAsync(actor, target.Id, target.Version, Until, untilGrown: Until is null, cancel);
        return new(state, UndoStep.OfSnooze(new(state.Id, state.Version)));
    }

    public string Says(IStringLocalizer<Strings> L, string what) => Until is { } until
        ? string.Format(L["{0}: snoozed until {1}."], what, Moments.Utc(until))
        : string.Format(L["{0}: snoozed until it grows."], what);

    /// <summary>A time as a browser writes it, in the zone that the form names.</summary>
    private static DateTimeOffset Time(string text, string zone)
    {
        if (!DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            throw new Problem("that is not a time", "at", "give a date and a time of day");
        var place = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc;
        return new DateTimeOffset(time, place.GetUtcOffset(time)).ToUniversalTime();
    }
}
