namespace Tocsin.Core.Events.Text;

/// <summary>The cheap look that lets most text pass unchanged: might <see cref="Respelling"/> have work here?</summary>
internal static class Disguise
{
    private const byte Other = 0, Letter = 1, Figure = 2, Symbol = 3, Space = 4;

    private static readonly byte[] Kinds = BuildKinds();

    /// <summary>False only when respelling would give the text back unchanged. Text is folded by character already.</summary>
    public static bool IsSuspected(ReadOnlySpan<char> text)
    {
        var kinds = Kinds;
        byte before = Space;
        int wordLength = 0, singles = 0, run = 0;
        var last = '\0';
        foreach (var c in text)
        {
            if (c >= 128)
                return true;
            var kind = kinds[c];
            run = c == last ? run + 1 : 1;
            last = c;
            if (kind == Letter)
            {
                if (run == 3 || before is Figure or Symbol)
                    return true;
                wordLength++;
            }
            else
            {
                if (kind == Figure && before is Letter or Symbol || kind == Space && before == Space)
                    return true;
                singles = wordLength == 1 ? singles + 1 : wordLength > 1 ? 0 : singles;
                wordLength = 0;
                if (singles > 2)
                    return true;
            }

            before = kind;
        }

        return before == Space;
    }

    private static byte[] BuildKinds()
    {
        var kinds = new byte[128];
        for (var c = '\0'; c < 128; c++)
            kinds[c] = c == ' ' ? Space : char.IsAsciiLetter(c) ? Letter : char.IsAsciiDigit(c) ? Figure : Leet.IsSymbol(c) ? Symbol : Other;
        return kinds;
    }
}
