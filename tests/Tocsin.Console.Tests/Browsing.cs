using System.Net;

namespace Tocsin.Console.Tests;

/// <summary>What a browser does, for tests that need none.</summary>
internal static class Browsing
{
    /// <summary>Takes the antiforgery token from the page, and sends the form as the page would.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        await RunningConsole.SendForgeryTokenAsync(client, page);
        return await client.PostAsync(action, Form(fields));
    }

    /// <summary>Follows what a form answered, and reads the page.</summary>
    public static async Task<string> FollowAsync(this HttpClient client, HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return await ReadAsync(client, response.Headers.Location!.ToString());
    }

    /// <summary>The page as its reader sees it: entities decoded.</summary>
    public static async Task<string> ReadAsync(this HttpClient client, string page)
    {
        using var response = await client.GetAsync(page);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{page}: {(int)response.StatusCode} {response.Headers.Location}");
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>Where the browser is sent: an address on this console, always.</summary>
    public static string? Where(this HttpResponseMessage response)
    {
        var location = response.Headers.Location?.ToString();
        Assert.True(location is null || location.StartsWith('/'), $"to another place: {location}");
        return location;
    }
}
