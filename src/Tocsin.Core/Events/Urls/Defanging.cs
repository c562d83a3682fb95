using System.Buffers;

namespace Tocsin.Core.Events.Urls;

/// <summary>Addresses made harmless for discussion, <c>hxxp[:]//evil[.]example</c>, brought back to what they stand for.</summary>
internal static class Defanging
{
    private static readonly (string Written, string Meant)[] Forms =
    [
        ("hxxp", "http"), ("h**p", "http"), ("fxp://", "ftp://"),
        ("[://]", "://"), ("[:]//", "://"), ("[:]", ":"), ("[/]", "/"),
        ("[.]", "."), ("(.)", "."), ("{.}", "."), ("[dot]", "."), ("(dot)", "."), ("{dot}", "."),
        ("[at]", "@"), ("(at)", "@"), ("[@]", "@"),
    ];

    private static readonly SearchValues<string> Hints =
        SearchValues.Create([.. Forms.Select(form => form.Written)], StringComparison.OrdinalIgnoreCase);

    /// <summary>The text itself when nothing in it is defanged.</summary>
    public static string Refang(string text)
    {
        if (!text.AsSpan().ContainsAny(Hints))
            return text;
        foreach (var (written, meant) in Forms)
            text = text.Replace(written, meant, StringComparison.OrdinalIgnoreCase);
        return text;
    }
}
