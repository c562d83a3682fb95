using System.Text.Json;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Screens.Settings;

/// <summary>Audit entries for people to read.</summary>
internal static class AuditWords
{
    private const int MaxLength = 400;

    /// <summary>What verbs begin with, and what such acts are about.</summary>
    public static IReadOnlyList<(string Prefix, string Words)> Areas { get; } =
    [
        ("signal.", L["Signals"]), ("comment.", L["Comments"]), ("label.", L["Labels"]), ("hunt.", L["Hunts"]), ("detector.", L["Detectors"]), ("import.", L["Imports"]), ("scan.", L["Scans"]),
        ("person.", L["People"]), ("session.", L["Sign-ins and sign-outs"]), ("invite.", L["Invites"]), ("token.", L["Tokens"]), ("setting.", L["Settings"]), ("setup-link.", L["Set-up links"]),
    ];

    public static string? HrefOf(string subject) => subject.Split(':', 2) switch
    {
        ["signal", var id] => $"/signals/{Uri.EscapeDataString(id)}",
        ["person", var id] => $"/settings/audit?actor={Uri.EscapeDataString(id)}",
        _ => null,
    };

    /// <summary>What was and what is, by name: <c>role: Viewer → Lead</c>.</summary>
    public static string ChangeOf(string? before, string? after)
    {
        var (was, now) = (Values(before), Values(after));
        var parts = now.Keys.Union(was.Keys).Where(name => was.GetValueOrDefault(name) != now.GetValueOrDefault(name)).Select(name => (was.GetValueOrDefault(name), now.GetValueOrDefault(name)) switch
        {
            (null, var value) => $"{name}: {value}",
            (var value, null) => after is null ? $"{name}: {value}" : $"{name}: {value} → –",
            var (old, value) => $"{name}: {old} → {value}",
        });
        var text = string.Join(" · ", parts);
        return text.Length <= MaxLength ? text : text[..MaxLength] + "…";
    }

    private static Dictionary<string, string> Values(string? json)
    {
        if (json is null) return [];
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object) return new() { ["value"] = document.RootElement.ToString() };
        return document.RootElement.EnumerateObject().Where(one => one.Value.ValueKind != JsonValueKind.Null).ToDictionary(one => one.Name.Replace('_', ' '), one => Value(one.Value));
    }

    private static string Value(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? $"{time.UtcDateTime:d MMM yyyy HH:mm} UTC" : value.ToString();
}
