using System.Text.Json;

namespace Tocsin.Console.Assets;

/// <summary>The bundled scripts, styles, fonts and icons: files named by their content, found by the names in the manifest.</summary>
internal sealed class AssetFiles
{
    /// <summary>Where they lie, beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "assets");

    private readonly Dictionary<string, string> _names = Read<Dictionary<string, string>>("manifest.json");

    /// <summary>Every text that the scripts say by themselves, in English.</summary>
    public IReadOnlyList<string> ScriptTexts { get; } = Read<string[]>("texts.json");

    /// <summary>The address of an asset, e.g. of <c>app.css</c>; it changes whenever the content does.</summary>
    public string this[string name] => $"/assets/{_names[name]}";

    private static T Read<T>(string name) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(Folder, name)))!;
}
