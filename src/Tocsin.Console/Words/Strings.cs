namespace Tocsin.Console.Words;

/// <summary>
/// The console's English, in Strings.resx: the key is the English text itself, so a page reads as it will be read, and a text without
/// a translation shows in English. Another language is another Strings.xx.resx.
/// </summary>
public sealed class Strings;
