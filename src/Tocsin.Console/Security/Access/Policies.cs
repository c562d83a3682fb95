using Microsoft.AspNetCore.Authorization;

namespace Tocsin.Console.Security.Access;

/// <summary>
/// The policies an endpoint can ask for. An endpoint that asks for none gets <see cref="Read"/>; one that changes something
/// needs <see cref="Write"/> whatever it asks for (<see cref="AccessGuard"/>).
/// </summary>
public static class Policies
{
    /// <summary>Anybody who is signed in; a token needs the scope read.</summary>
    public const string Read = "read";

    /// <summary>Analysts and above; a token needs the scope write.</summary>
    public const string Write = "write";

    /// <summary>Analysts and above; a token needs the scope ingest.</summary>
    public const string Ingest = "ingest";

    /// <summary>Leads and admins; a token needs the scope write.</summary>
    public const string Lead = "lead";

    /// <summary>Admins; a token needs the scope write.</summary>
    public const string Admin = "admin";

    internal static void Add(AuthorizationOptions options)
    {
        Add(options, Read, new(PersonRole.Viewer, Scopes.Read));
        Add(options, Write, new(PersonRole.Analyst, Scopes.Write));
        Add(options, Ingest, new(PersonRole.Analyst, Scopes.Ingest));
        Add(options, Lead, new(PersonRole.Lead, Scopes.Write));
        Add(options, Admin, new(PersonRole.Admin, Scopes.Write));
        options.DefaultPolicy = options.FallbackPolicy = options.GetPolicy(Read)!;
    }

    private static void Add(AuthorizationOptions options, string name, AccessRequirement requirement) =>
        options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().AddRequirements(requirement));
}
