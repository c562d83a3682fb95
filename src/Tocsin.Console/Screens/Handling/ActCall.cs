using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Tocsin.Casework;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Persons;
using Tocsin.Core;

namespace Tocsin.Console.Screens.Handling;

/// <summary>One request to do something to signals: what it needs, and how it is answered.</summary>
internal sealed class ActCall(CurrentPerson person, Triage triage, SignalQueue queue, Colleagues colleagues, TimeProvider clock)
{
    public Triage Triage => triage;

    public SignalQueue Queue => queue;

    public Colleagues Colleagues => colleagues;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IResult> DoAsync(HttpContext http, string name, IFormCollection form, Func<IAct> make, CancellationToken cancel)
    {
        try
        {
            var act = make();
            var run = await ActRun.RunAsync(act, person.Actor, Targets(form), cancel);
            return Answer(http, name, form, act, run);
        }
        catch (Problem problem)
        {
            return Refuse(http, name, form, problem);
        }
    }

    public async Task<IResult> UndoAsync(HttpContext http, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var steps = form["step"].Concat(http.Request.Query["step"]).Select(UndoStep.Parse).OfType<UndoStep>().Take(2 * ActRun.Most).ToArray();
        var run = await ActRun.UndoAsync(steps, triage, queue, person.Actor, cancel);
        // The list may have to take a row back, in its place among the others: the script reads it again and goes there.
        if (run.Done is [var first, ..]) http.Response.Headers["HX-Trigger"] = JsonSerializer.Serialize(new Dictionary<string, object> { ["signals-undone"] = new { id = first.State.Id } });
        return Answer(http, "undo", form, null, run);
    }

    private static SignalTarget[] Targets(IFormCollection form)
    {
        var targets = form["signal"].Select(SignalTarget.Parse).OfType<SignalTarget>().DistinctBy(target => target.Id).ToArray();
        return targets.Length is > 0 and <= ActRun.Most
            ? targets
            : throw new Problem(targets.Length == 0 ? "no signal is chosen" : $"{targets.Length} signals are chosen", "signal", $"choose 1 to {ActRun.Most}");
    }

    private static IResult Answer(HttpContext http, string name, IFormCollection form, IAct? act, ActRun run)
    {
        var status = run.Conflicts.Count > 0 ? StatusCodes.Status409Conflict : run.Done.Count == 0 ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        if (!ByScript(http.Request) && status == StatusCodes.Status200OK) return new See(Back(form, run));
        if (!ByScript(http.Request)) return new RazorComponentResult<RefusedPage>(new { Act = name, Form = form, Run = run, Back = Back(form, run) }) { StatusCode = status };
        return new RazorComponentResult<ActAnswer>(new { Name = name, Act = act, Run = run, From = ScreenOf(http.Request) }) { StatusCode = status };
    }

    private static IResult Refuse(HttpContext http, string name, IFormCollection form, Problem problem) => ByScript(http.Request)
        ? new RazorComponentResult<ActRefusal>(new { Name = name, Problem = problem }) { StatusCode = StatusCodes.Status422UnprocessableEntity }
        : new RazorComponentResult<RefusedPage>(new { Act = name, Form = form, Problem = problem, Back = Back(form, null) }) { StatusCode = StatusCodes.Status422UnprocessableEntity };

    private static bool ByScript(HttpRequest request) => request.Headers.ContainsKey("HX-Request");

    /// <summary>Where to go on without script: where the form says, else to the signal.</summary>
    private static string Back(IFormCollection form, ActRun? run) => form["return"].ToString() is { Length: > 0 } there ? LocalUrl.Of(there)
        : (run?.Done.Select(done => done.State.Id).FirstOrDefault() ?? form["signal"].Select(SignalTarget.Parse).FirstOrDefault()?.Id) is { } id ? $"/signals/{Uri.EscapeDataString(id)}" : "/";

    /// <summary>The address of the screen that asks; htmx sends it along.</summary>
    private static Uri? ScreenOf(HttpRequest request) => Uri.TryCreate(request.Headers["HX-Current-URL"], UriKind.Absolute, out var address) ? address : null;
}
