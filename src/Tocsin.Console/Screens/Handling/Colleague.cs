namespace Tocsin.Console.Screens.Handling;

/// <summary>Somebody a signal can be given to.</summary>
public sealed record Colleague(string Id, string Name, bool IsLead);
