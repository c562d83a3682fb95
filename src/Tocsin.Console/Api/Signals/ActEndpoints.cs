using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;
using Tocsin.Core.Detection;
using Tocsin.Core.Events;
using Tocsin.Lake.Acts;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Api.Signals;

/// <summary>What the accounts of a signal did, over time and together.</summary>
internal static class ActEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/signals/{id}").RequireAuthorization(Policies.Read).WithTags("Signals");
        one.MapGet("/timeline", TimelineAsync).Named("getTimeline", "How much the accounts of a signal did over time, against what they usually do");
        one.MapGet("/acts", ActsAsync).Named("getJointActs", "What the accounts of a signal shared: per account, time and value");
    }

    private static async Task<Ok<SignalTimeline>> TimelineAsync(string id, SignalQueue signals, CurrentPerson person, DuckDbLake lake, CancellationToken cancel)
    {
        var signal = (await SignalEndpoints.FileAsync(id, signals, person, cancel)).Signal;
        return TypedResults.Ok(SignalTimeline.Of(lake, Members(signal), Range(signal), cancel));
    }

    private static async Task<Ok<JointActs>> ActsAsync(string id, SignalQueue signals, CurrentPerson person, DuckDbLake lake, CancellationToken cancel)
    {
        var signal = (await SignalEndpoints.FileAsync(id, signals, person, cancel)).Signal;
        return TypedResults.Ok(JointActs.Of(lake, Members(signal), Range(signal), cancel: cancel));
    }

    private static ulong[] Members(Signal signal) => [.. signal.Members.Select(member => member.Account)];

    /// <summary>The last event is in it.</summary>
    private static TimeRange Range(Signal signal) => new(signal.First, signal.Last.AddMilliseconds(1));
}
