using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Imports;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Tests.Api;

/// <summary>Values for the parameters of operations that stand for something there is.</summary>
internal sealed class SampleValues(IReadOnlyDictionary<string, string> ids, IReadOnlyDictionary<string, string> parameters)
{
    public static async Task<SampleValues> OfAsync(RunningConsole console)
    {
        var services = console.Services;
        var queue = services.GetRequiredService<SignalQueue>();
        var signal = (await queue.FindAsync((await queue.ListAsync(new() { Kinds = ["network"] })).Items[0].Id))!;
        // The Admin who will ask owns it.
        var admin = Person.ActorOf(await console.PersonAsync(PersonRole.Admin));
        var hunt = await services.GetRequiredService<Hunts>().SaveAsync(admin, new("h", HuntMode.Words, "a"));
        var runs = services.GetRequiredService<WorkRuns>();
        var scan = await runs.AskAsync(admin, WorkKind.Scan, console.Workspace, "all events", "{}");
        var import = await runs.AskAsync(admin, WorkKind.Import, console.Workspace, "posts.csv", "{}");
        using var content = new MemoryStream("id,account,ts,text\n1,ada,2026-03-01T09:00Z,hi\n"u8.ToArray());
        var upload = await services.GetRequiredService<Inbox>().TakeAsync(admin, "posts.csv", content, null, 1000, default);
        return new(
            new Dictionary<string, string> { ["/signals/"] = signal.State.Id, ["/hunts/"] = Text(hunt.Id), ["/scans/"] = Text(scan.Id), ["/imports/"] = Text(import.Id), ["/imports/uploads/"] = upload.Id },
            new Dictionary<string, string>
            {
                ["key"] = Text(signal.Signal.Members[0].Account),
                ["post"] = Text(signal.Signal.Evidence[0].Event),
                ["name"] = "coordination",
                ["field"] = "domain",
                ["sql"] = "SELECT 1 AS one",
            });
    }

    /// <summary>The operation's address, with what it requires.</summary>
    public string Address(Operation operation)
    {
        var path = operation.Path;
        foreach (var (before, id) in ids) path = path.Replace($"{before}{{id}}", before + id);
        foreach (var (name, _, _) in operation.Parameters.Where(parameter => parameter.In == "path")) path = path.Replace($"{{{name}}}", parameters.GetValueOrDefault(name, "1"));
        var query = operation.Parameters.Where(parameter => parameter is { In: "query", Required: true })
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameters.GetValueOrDefault(parameter.Name, "1"))}");
        return $"{path}?{string.Join('&', query)}".TrimEnd('?');
    }

    /// <summary>The whole request, with the example of its body.</summary>
    public HttpRequestMessage Request(Operation operation)
    {
        var request = new HttpRequestMessage(new(operation.Method), Address(operation));
        if (operation.Parameters.Any(parameter => parameter.Name == "If-Match")) request.Headers.TryAddWithoutValidation("If-Match", "*");
        if (operation.BodyType is { } type) request.Content = Body(operation, type);
        return request;
    }

    private static HttpContent Body(Operation operation, string type)
    {
        if (type is "application/x-www-form-urlencoded" or "multipart/form-data") return new FormUrlEncodedContent([new("x", "y")]);
        var text = operation.Body!["example"] switch
        {
            null => "{}",
            { } example when example.GetValueKind() == JsonValueKind.String => example.GetValue<string>(),
            { } example => example.ToJsonString(),
        };
        return new StringContent(text, Encoding.UTF8, type);
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
