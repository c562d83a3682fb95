using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace Tocsin.Console.Words;

/// <summary>
/// The texts of Strings.resx in the visitor's language; a text without a translation shows as it is written. Resources tell no capitals
/// from small letters in names, so the name of a text that begins small has a dot before it: "Accounts" and "·accounts" are two.
/// </summary>
internal sealed class Texts : IStringLocalizer<Strings>
{
    private static readonly ResourceManager Resources = new(typeof(Strings));

    public LocalizedString this[string name] => Resources.GetString(NameOf(name), CultureInfo.CurrentUICulture) is { } text
        ? new(name, text)
        : new(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(this[name].Value, arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures)
    {
        var set = Resources.GetResourceSet(CultureInfo.CurrentUICulture, createIfNotExists: true, includeParentCultures);
        return set is null ? [] : set.Cast<System.Collections.DictionaryEntry>().Select(entry => new LocalizedString(((string)entry.Key).TrimStart('·'), (string)entry.Value!));
    }

    private static string NameOf(string text) => text.Length > 0 && char.IsLower(text[0]) ? "·" + text : text;
}
