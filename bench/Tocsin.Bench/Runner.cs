namespace Tocsin.Bench;

/// <summary>An end-to-end measurement, called by name.</summary>
internal sealed record Runner(string Name, string Arguments, string Does, Func<string[], int> Run);
