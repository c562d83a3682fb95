namespace Tocsin.Console.Security.Access;

/// <summary>What an API token may be used for, at most; its owner's role bounds it further.</summary>
public static class Scopes
{
    public const string Read = "read";
    public const string Write = "write";
    public const string Ingest = "ingest";

    public static IReadOnlyList<string> All { get; } = [Read, Write, Ingest];
}
