using FsCheck;
using FsCheck.Fluent;

namespace Tocsin.Core.Tests.Events.Text;

/// <summary>Texts that try to break text handling: all of UTF-16, and pieces that rules react to.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        " ", "  ", "a", "aaa", "ooo", "fr33", "m0ney", "v 1 a g r a", "s.p.a.m", "1", "0", "$", "@", "!", "#", ".", "://", "http", "-",
        "\u0430", "\u0415", "\u041f", "\u0393", "\u03b3", "\u039f", "пpивeт", "р", "о", "\u0301", "\u0323", "\u0336", "\u200b", "\u202e", "\u200d",
        "\ufdfa", "ﬃ", "ẞ", "İ", "ı", "ς", "가", "ᄀ", "ᅡ", "ㅋㅋㅋㅋ", "\u3164", "👩‍👩‍👧", "🇩🇪", "🅰", "𝓯", "\ud800", "\udc00", "\ufffe", "\0", "\t", "é", "vïdéo", "ǆ", "ŉ", "ͅ",
        "III", "XVIII", "www", "x", "y", "z", "w", "t.co/a1", "+1 202 555 0100", "(", ")", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "0x", "bc1q", "你", "ก", "न", "्",
    ];

    private static readonly Gen<string> AnyUnit = Gen.Choose(0, 0xffff).Select(unit => ((char)unit).ToString());

    private static readonly Gen<string> Ascii = Gen.Choose(0, 127).Select(unit => ((char)unit).ToString());

    public static Arbitrary<string> Hostile { get; } = Gen.OneOf(Gen.Elements(Pieces), Gen.Elements(Pieces), AnyUnit, Ascii)
        .ListOf()
        .Select(string.Concat)
        .ToArbitrary();
}
