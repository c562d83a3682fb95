using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

/// <summary>Choices by name, of all and of each person, as JSON.</summary>
public sealed class Settings(CaseworkDatabase database)
{
    private const string Everybody = "";
    private const int LongestKey = 100;
    private const int LongestValue = 100_000;

    /// <summary>A choice that holds for all; <paramref name="unset"/> when none was made.</summary>
    public Task<T> GetAsync<T>(string key, T unset, CancellationToken cancel = default) => ReadAsync(Everybody, key, unset, cancel);

    /// <summary>A choice of one person; <paramref name="unset"/> when they made none.</summary>
    public Task<T> GetOwnAsync<T>(string person, string key, T unset, CancellationToken cancel = default) => ReadAsync(person, key, unset, cancel);

    public Task SetAsync<T>(Actor actor, string key, T value, CancellationToken cancel = default) => WriteAsync(actor, Everybody, key, value, cancel);

    /// <summary>A choice of the actor's own.</summary>
    public Task SetOwnAsync<T>(Actor actor, string key, T value, CancellationToken cancel = default) => WriteAsync(actor, actor.Id, key, value, cancel);

    private async Task<T> ReadAsync<T>(string owner, string key, T unset, CancellationToken cancel)
    {
        await using var context = database.Connect();
        return await context.Settings.Where(s => s.OwnerId == owner && s.Key == key).Select(s => s.Value).SingleOrDefaultAsync(cancel) is { } value
            ? JsonSerializer.Deserialize<T>(value)!
            : unset;
    }

    private Task<bool> WriteAsync<T>(Actor actor, string owner, string key, T value, CancellationToken cancel)
    {
        var (name, json) = (Given.Text("setting's name", key, LongestKey), Given.Text("setting", JsonSerializer.Serialize(value), LongestValue));
        var subject = owner == Everybody ? $"setting:{name}" : $"setting:{owner}/{name}";
        return database.Writer.WriteAsync(actor, $"setting.changed {subject}", async write =>
        {
            var setting = await write.Context.Settings.SingleOrDefaultAsync(s => s.OwnerId == owner && s.Key == name, cancel);
            write.Record("setting.changed", subject, Brief(setting?.Value), Brief(json));
            if (setting is null) write.Context.Settings.Add(new Setting { OwnerId = owner, Key = name, Value = json, At = write.Now, ById = actor.Id });
            else (setting.Value, setting.At, setting.ById) = (json, write.Now, actor.Id);
            return true;
        }, cancel);
    }

    private static object? Brief(string? json) => json is null ? null : new { Value = Given.Cut(json, 500) };
}
