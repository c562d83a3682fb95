using Microsoft.AspNetCore.Identity;

namespace Tocsin.Casework;

/// <summary>A person who may sign in.</summary>
public sealed class TocsinUser : IdentityUser
{
    public string DisplayName { get; set; } = "";

    /// <summary>IANA name, e.g. <c>Europe/Vienna</c>; null takes the browser's.</summary>
    public string? TimeZone { get; set; }

    /// <summary><c>light</c>, <c>dark</c>, or null for the system's.</summary>
    public string? Theme { get; set; }

    /// <summary><c>comfortable</c>, <c>compact</c>, or null.</summary>
    public string? Density { get; set; }

    /// <summary>JSON: what is blurred, greyed and muted, and when to remind of a break.</summary>
    public string? Wellbeing { get; set; }

    public DateTimeOffset Created { get; set; }

    /// <summary>Since when they may no longer sign in.</summary>
    public DateTimeOffset? Disabled { get; set; }

    public DateTimeOffset? LastSignIn { get; set; }
}

/// <summary>What people may do; each includes those before it.</summary>
public static class Roles
{
    public const string Viewer = nameof(Viewer);
    public const string Analyst = nameof(Analyst);
    public const string Lead = nameof(Lead);
    public const string Admin = nameof(Admin);

    public static IReadOnlyList<string> All { get; } = [Viewer, Analyst, Lead, Admin];
}
