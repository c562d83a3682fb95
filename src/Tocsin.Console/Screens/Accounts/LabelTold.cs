using System.Text.Json;
using Tocsin.Casework;

namespace Tocsin.Console.Screens.Accounts;

/// <summary>Which label an audit entry is about.</summary>
internal static class LabelTold
{
    /// <summary>The label's words with its reason; null when the entry does not say.</summary>
    public static string? In(AuditEntry entry)
    {
        if ((entry.After ?? entry.Before) is not { } told) return null;
        using var document = JsonDocument.Parse(told);
        return document.RootElement.TryGetProperty("label", out var label)
            ? document.RootElement.TryGetProperty("reason", out var reason) ? $"{label.GetString()}: {reason.GetString()}" : label.GetString()
            : null;
    }
}
