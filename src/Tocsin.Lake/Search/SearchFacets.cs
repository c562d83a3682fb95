using Tocsin.Core.Events;

namespace Tocsin.Lake.Search;

/// <summary>
/// What is not text, as words of the index that no text can hold: a tilde, a letter for what it is, and ten characters of the
/// value's hash. Of a billion different values, one in a million is mistaken for another.
/// </summary>
internal static class SearchFacets
{
    public const int Length = 12;

    /// <summary>Found nowhere.</summary>
    public const string Nothing = "~~";

    private const string Figures = "abcdefghijklmnopqrstuvwxyz234567";
    private const char ByAccount = '2';
    private const char ByPlatform = '3';
    private const char ByLanguage = '4';
    private const char ByKind = '5';

    /// <summary>Texts in common are looked up in the lake: nearly every one of them is its only one, and clusters change.</summary>
    public static bool Holds(ObservableKind kind) => kind is not (ObservableKind.Text or ObservableKind.NearText);

    public static string Of(ObservableKind kind, string value) => Token((char)('a' + (int)kind), Keys.Of(value));

    public static string OfAccount(ulong key) => Token(ByAccount, key);

    public static string OfPlatform(string platform) => Token(ByPlatform, Keys.Of(platform.ToLowerInvariant()));

    public static string OfLanguage(string tag) => Token(ByLanguage, Keys.Of(Normal(tag)));

    public static string OfKind(EventKind kind) => Token(ByKind, (ulong)kind << 32);

    /// <summary>A language without its region, script and variants; null when it has none.</summary>
    public static string? Primary(string tag) => tag.IndexOfAny(['-', '_']) is > 0 and var end ? tag[..end] : null;

    public static void Write(ObservableKind kind, ulong value, Span<byte> token) => Write((byte)('a' + (int)kind), value, token);

    public static void WriteAccount(ulong key, Span<byte> token) => Write((byte)ByAccount, key, token);

    private static string Normal(string tag) => tag.ToLowerInvariant().Replace('_', '-');

    private static string Token(char letter, ulong key)
    {
        Span<byte> token = stackalloc byte[Length];
        Write((byte)letter, key, token);
        return System.Text.Encoding.ASCII.GetString(token);
    }

    private static void Write(byte letter, ulong key, Span<byte> token)
    {
        token[0] = (byte)'~';
        token[1] = letter;
        for (var i = 2; i < Length; i++, key <<= 5)
            token[i] = (byte)Figures[(int)(key >> 59)];
    }
}
