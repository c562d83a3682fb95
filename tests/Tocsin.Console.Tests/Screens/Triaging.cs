using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Core.Detection;

namespace Tocsin.Console.Tests.Screens;

/// <summary>Signals of a running console, for tests of the screens on which they are triaged.</summary>
internal static partial class Triaging
{
    public static SignalQueue Queue(this RunningConsole console) => console.Services.GetRequiredService<SignalQueue>();

    /// <summary>The worst open signals.</summary>
    public static async Task<IReadOnlyList<SignalState>> WorstAsync(this RunningConsole console, int count) =>
        (await console.Queue().ListAsync(new QueueFilter { States = [SignalStatus.Open] }, limit: count)).Items;

    public static async Task<SignalState> StateAsync(this RunningConsole console, string signal) => (await console.Queue().StateAsync(signal))!;

    /// <summary>Keeps these signals as a scan would.</summary>
    public static void Save(this RunningConsole console, params IReadOnlyList<Signal> signals) => console.Services.GetRequiredService<ISignalStore>().SaveScan(signals);

    /// <summary>The value of a target, as forms carry it.</summary>
    public static string Target(this SignalState state) => $"{state.Id}.{state.Version}";

    /// <summary>Sends a form as htmx does from a screen.</summary>
    public static async Task<(System.Net.HttpStatusCode Status, string Html)> ActAsync(
        this HttpClient client, string screen, string act, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/signals/{act}") { Content = Browsing.Form(fields) };
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-Current-URL", new Uri(client.BaseAddress!, screen).ToString());
        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The address that the undo of an answer posts to.</summary>
    public static string UndoOf(string html) => System.Net.WebUtility.HtmlDecode(Undo().Match(html).Groups["url"].Value);

    [GeneratedRegex("hx-post=\"(?<url>/signals/undo[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Undo();
}
