using System.Net;

namespace Tocsin.Console;

/// <summary>How the console is served.</summary>
public sealed record ConsoleOptions
{
    /// <summary>The folder of the lake.</summary>
    public required string Workspace { get; init; }

    /// <summary>Address to listen at; loopback unless the user says otherwise.</summary>
    public string Listen { get; init; } = "127.0.0.1";

    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; } = 7400;

    /// <summary>Connection string of a PostgreSQL for casework; null keeps it in the workspace, in SQLite.</summary>
    public string? Casework { get; init; }

    /// <summary>Names under which the console may be asked for, besides localhost and this machine's own.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Address of a reverse proxy, e.g. one that speaks https, whose word for the client's address and scheme counts; null: nobody's.</summary>
    public string? Proxy { get; init; }

    /// <summary>Address of the reverse proxy that signs people in; null: nobody but this console does.</summary>
    public string? SsoProxy { get; init; }

    /// <summary>The header in which that proxy names the person.</summary>
    public string SsoHeader { get; init; } = "X-Forwarded-User";

    /// <summary>The header in which that proxy names the person's role; null: roles are given in the console.</summary>
    public string? SsoRoleHeader { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether only this machine can reach it.</summary>
    public bool OnLoopback => Listen == "localhost" || (IPAddress.TryParse(Listen, out var address) && IPAddress.IsLoopback(address));

    internal string Url => $"http://{(Listen.Contains(':') ? $"[{Listen}]" : Listen)}:{Port}";
}
