namespace Tocsin.Console.Layout.Frame;

/// <summary>One step of a breadcrumb.</summary>
public sealed record Crumb(string Text, string? Href = null);
