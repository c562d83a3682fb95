using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Words;
using Tocsin.Core;

namespace Tocsin.Console.Screens.Handling.Acts;

/// <summary>Hands a signal to a lead: assigns it, says how urgent by a label, and why in a comment.</summary>
internal sealed record Escalate(Triage Triage, SignalQueue Queue, string Lead, string Urgency, string Note, DateTimeOffset Expires) : IAct
{
    private static readonly TimeSpan Holds = TimeSpan.FromDays(30);

    public static Escalate Of(Triage triage, SignalQueue queue, IFormCollection form, IReadOnlyList<Colleague> people, DateTimeOffset now)
    {
        var lead = people.FirstOrDefault(person => person.IsLead && person.Id == form["assignee"])
            ?? throw new Problem("that person is no lead", "assignee", "choose a lead");
        var note = form["note"].ToString();
        if (string.IsNullOrWhiteSpace(note)) throw new Problem("the note is missing", "note", "say what the lead should know");
        var urgency = form["urgency"].ToString() is "now" or "today" or "week" ? form["urgency"].ToString() : throw new Problem("no urgency was chosen", "urgency", "say how urgent it is");
        return new(triage, queue, lead.Id, urgency, note, now + Holds);
    }

    public async Task<Done> DoAsync(Actor actor, SignalTarget target, CancellationToken cancel)
    {
        var before = (await Queue.StateAsync(target.Id, cancel))?.AssigneeId;
        _ = await Triage.AssignAsync(actor, target.Id, target.Version, Lead, cancel);
        var label = await Triage.AddLabelAsync(actor, Subject.Signal(target.Id), $"escalated: {Urgency}", Note, Expires, cancel);
        var state = await Triage.CommentAsync(actor, target.Id, Note, cancel);
        return new(state, UndoStep.OfLabel(label.Id, target), UndoStep.OfAssignment(new(state.Id, state.Version), before));
    }

    public string Says(IStringLocalizer<Strings> L, string what) => string.Format(L["{0}: escalated."], what);
}
