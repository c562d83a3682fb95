using System.Text.Json;

namespace Tocsin.Console.Assets;

/// <summary>The bundled scripts, styles, fonts and icons: files named by their content, found by the names in the manifest.</summary>
internal sealed class AssetFiles
{
    /// <summary>Where they lie, beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "assets");

    private readonly Dictionary<string, string> _names =
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Folder, "manifest.json")))!;

    /// <summary>The address of an asset, e.g. of <c>app.css</c>; it changes whenever the content does.</summary>
    public string this[string name] => $"/assets/{_names[name]}";
}
