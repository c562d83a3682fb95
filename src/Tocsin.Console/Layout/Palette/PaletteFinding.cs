namespace Tocsin.Console.Layout.Palette;

/// <summary>What the palette shows of what was found.</summary>
internal sealed record PaletteFinding(IReadOnlyList<PaletteGroup> Groups);

/// <summary>Things of one kind.</summary>
/// <param name="Name">For people.</param>
internal sealed record PaletteGroup(string Name, IReadOnlyList<PaletteItem> Items);

/// <summary>One thing, and where it is.</summary>
/// <param name="Note">What tells it from others of the same name.</param>
internal sealed record PaletteItem(string Text, string? Note, string Icon, string Href);
