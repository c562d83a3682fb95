using System.Text.RegularExpressions;

namespace Tocsin.Console.Layout.Reading;

/// <summary>Takes from addresses what makes programs open them.</summary>
internal static partial class Defanging
{
    /// <summary>One address, with or without a scheme.</summary>
    public static string Address(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0;
        var end = url.AsSpan(start).IndexOfAny('/', '?', '#') is var path and >= 0 ? start + path : url.Length;
        return Scheme(url[..start]) + url[start..end].Replace(".", "[.]", StringComparison.Ordinal) + url[end..];
    }

    /// <summary>Running text: every address with a scheme in it.</summary>
    public static string Text(string text) =>
        text.Contains("://", StringComparison.Ordinal) ? Addresses().Replace(text, match => Address(match.Value)) : text;

    private static string Scheme(string scheme) => scheme
        .Replace("http", "hxxp", StringComparison.OrdinalIgnoreCase)
        .Replace("ftp", "fxp", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(https?|ftps?)://[^\s<>""]*[^\s<>"".,;:!?'*_)\]}]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();
}
