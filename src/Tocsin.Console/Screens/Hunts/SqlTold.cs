using System.Text.Json;
using Tocsin.Casework;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>The SQL that an audit entry tells of.</summary>
internal static class SqlTold
{
    /// <summary>Characters kept of a query.</summary>
    public const int Longest = 4_000;

    public static string? In(AuditEntry entry)
    {
        if (entry.After is null) return null;
        using var told = JsonDocument.Parse(entry.After);
        return told.RootElement.TryGetProperty("sql", out var sql) ? sql.GetString() : null;
    }
}
