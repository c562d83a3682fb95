using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Api;

/// <summary>Keeps the document true: by reflection over it, and over the endpoints there are.</summary>
public class ApiDocumentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_of_the_API_stands_in_the_document_and_no_other()
    {
        await using var console = await RunningConsole.StartAsync();
        var document = await DocumentReader.OpenAsync(console);

        var mapped = console.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} /{DocumentReader.Plain(endpoint.RoutePattern.RawText!)}"));
        Assert.Equal(mapped.Order(), document.Operations.Where(one => one.Path.StartsWith("/api/", StringComparison.Ordinal)).Select(one => $"{one.Method} {one.Path}").Order());
    }

    [Fact]
    public async Task Every_form_of_the_console_that_changes_something_stands_in_the_document()
    {
        await using var console = await RunningConsole.StartAsync();
        var document = await DocumentReader.OpenAsync(console);
        var told = document.Operations.Select(one => $"{one.Method} {one.Path}").ToHashSet();

        var writes = console.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Select(method => (Method: method, Path: $"/{DocumentReader.Plain(endpoint.RoutePattern.RawText!)}", endpoint)))
            .Where(one => !AccessGuard.ChangesNothing(one.Method))
            // Pages answer a POST too, and then show themselves: they change nothing by it.
            .Where(one => one.endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is null);
        Assert.Empty(writes.Select(one => $"{one.Method} {one.Path}").Except(told));
    }

    [Fact]
    public async Task It_is_OpenAPI_3_1_with_ids_summaries_tags_and_ways_in()
    {
        await using var console = await RunningConsole.StartAsync();
        var document = await DocumentReader.OpenAsync(console);

        Assert.StartsWith("3.1", document.Root["openapi"]!.GetValue<string>());
        Assert.Equal(["session", "token"], document.Root["components"]!["securitySchemes"]!.AsObject().Select(scheme => scheme.Key).Order());
        Assert.Equal(document.Operations.Count, document.Operations.Select(one => one.Id).Distinct().Count());
        var tags = document.Root["tags"]!.AsArray().Select(tag => tag!["name"]!.GetValue<string>()).ToHashSet();
        Assert.All(document.Operations.Where(one => one.Path.StartsWith("/api/", StringComparison.Ordinal)), one =>
        {
            Assert.False(string.IsNullOrEmpty(one.Summary), one.Id);
            Assert.Superset(one.Tags.ToHashSet(), tags);
            Assert.Single(one.Tags);
            Assert.NotEmpty(one.Json["security"]!.AsArray());
            Assert.Contains("application/problem+json", one.Json["responses"]!["401"]!["content"]!.AsObject().Select(content => content.Key));
            Assert.True(one.Body is null || one.Body["example"] is not null, $"{one.Id} has no example of its body");
            Assert.All(one.Responses.Where(response => response.Status is "200" or "201" or "202"), response => Assert.True(response.Schema is not null, $"{one.Id} does not say what it answers"));
        });
    }

    [Fact]
    public async Task Every_reference_in_it_leads_somewhere()
    {
        await using var console = await RunningConsole.StartAsync();
        var document = await DocumentReader.OpenAsync(console);

        Assert.All(document.References(), reference => Assert.True(document.Resolve(reference) is not null, reference));
    }

    [Fact]
    public async Task Every_path_in_it_answers_an_Admin_with_something_else_than_there_is_nothing_here()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        var document = await DocumentReader.OpenAsync(console);
        var values = await SampleValues.OfAsync(console);
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        admin.DefaultRequestHeaders.Accept.Clear();

        foreach (var read in document.Operations.Where(one => one.Method == "GET" && one.Path.StartsWith("/api/", StringComparison.Ordinal)))
        {
            using var response = await admin.GetAsync(values.Address(read), Cancel);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{read.Id} {values.Address(read)}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(Cancel)}");
            Assert.NotNull(response.Headers.ETag);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel));
            var schema = read.Responses.Single(one => one.Status == "200").Schema!;
            Assert.Empty(new SchemaCheck(document).Check(answer, schema, read.Id));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_operation_that_changes_something_lets_a_Viewer_do_it(bool byToken)
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        var document = await DocumentReader.OpenAsync(console);
        var values = await SampleValues.OfAsync(console);
        using var viewer = byToken ? await console.WithTokenAsync(PersonRole.Viewer, "read", "write", "ingest") : await console.SignedInAsync(PersonRole.Viewer);
        var before = await FingerprintAsync(console);
        var writes = document.Operations.Where(one => one.Method != "GET" && !one.IsDoor && (byToken || !one.IsOwnAccount)).ToList();

        Assert.True(writes.Count > 40, $"only {writes.Count} writes");
        foreach (var write in writes)
        {
            using var response = await viewer.SendAsync(values.Request(write), Cancel);
            Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{write.Method} {write.Path}: {(int)response.StatusCode}");
        }
        Assert.Equal(before, await FingerprintAsync(console));
    }

    [Fact]
    public async Task No_operation_below_api_answers_nobody_but_with_401()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        var document = await DocumentReader.OpenAsync(console);
        var values = await SampleValues.OfAsync(console);
        using var nobody = console.Program();
        var before = await FingerprintAsync(console);

        foreach (var operation in document.Operations.Where(one => one.Path.StartsWith("/api/", StringComparison.Ordinal)))
        {
            using var response = await nobody.SendAsync(values.Request(operation), Cancel);
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{operation.Method} {operation.Path}: {(int)response.StatusCode}");
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.Contains("Bearer", response.Headers.WwwAuthenticate.ToString());
            var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
            Assert.All(new[] { "what", "where", "hint" }, part => Assert.NotEmpty(problem[part]!.GetValue<string>()));
        }
        Assert.Equal(before, await FingerprintAsync(console));
    }

    /// <summary>The newest audit entry: every write leaves one. Signing in does too, so it is asked for afterwards.</summary>
    private static Task<long> FingerprintAsync(RunningConsole console) => console.Services.GetRequiredService<AuditLog>().LastIdAsync(Cancel);
}
