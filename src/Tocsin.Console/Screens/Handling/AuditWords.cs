using System.Text.Json;
using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Words;

namespace Tocsin.Console.Screens.Handling;

/// <summary>What an audit entry about a signal says, in words that follow the actor's name.</summary>
internal static class AuditWords
{
    public static string Of(IStringLocalizer<Strings> L, AuditEntry entry)
    {
        var after = Parse(entry.After);
        return entry.Verb switch
        {
            "signal.decided" => Decided(L, after),
            "signal.undone" => L["took the decision back"],
            "signal.reopened" => L["reopened it"],
            "signal.assigned" => Text(after, "assignee") is { } name ? string.Format(L["gave it to {0}"], name) : L["took it from its assignee"],
            "signal.held" => L["holds it"],
            "signal.released" => L["no longer holds it"],
            "signal.snoozed" => L["snoozed it"],
            "signal.woken" => L["ended its snooze"],
            "signal.commented" => L["commented"],
            "signal.members-included" => L["included accounts"],
            "signal.members-excluded" => L["excluded accounts"],
            "signal.members-forgotten" => L["let the figures decide about accounts again"],
            "label.added" => string.Format(L["labelled it “{0}”"], Text(after, "label")),
            "label.removed" => string.Format(L["removed the label “{0}”"], Text(Parse(entry.Before), "label")),
            "tag.added" => L["tagged it for themselves"],
            "tag.removed" => L["removed a tag of their own"],
            _ => entry.Verb[(entry.Verb.LastIndexOf('.') + 1)..].Replace('-', ' '),
        };
    }

    /// <summary>The reason or text that the entry carries; null when none.</summary>
    public static string? Reason(AuditEntry entry) => Parse(entry.After) is { } after ? Text(after, "reason") ?? Text(after, "comment") : null;

    private static string Decided(IStringLocalizer<Strings> L, JsonElement? after) =>
        Verdict.Parse(Text(after, "disposition")) is { } kind ? string.Format(L["decided: {0}"], Verdict.Text(L, kind)) : L["decided"];

    private static string? Text(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize<JsonElement>(json);
}
