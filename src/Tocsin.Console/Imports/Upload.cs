namespace Tocsin.Console.Imports;

/// <summary>A file that somebody sent and that waits to be imported.</summary>
/// <param name="Id">Random; names its folder.</param>
/// <param name="Name">As its sender called it: shown, never used as a path.</param>
/// <param name="Sha256">Hex, over its bytes as sent.</param>
/// <param name="ByName">Who sent it.</param>
public sealed record Upload(string Id, string Name, long Size, string Sha256, string ById, string ByName, DateTimeOffset At);
