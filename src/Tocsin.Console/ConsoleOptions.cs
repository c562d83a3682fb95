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

    internal string Url => $"http://{(Listen.Contains(':') ? $"[{Listen}]" : Listen)}:{Port}";
}
