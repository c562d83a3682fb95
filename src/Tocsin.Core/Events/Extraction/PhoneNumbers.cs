namespace Tocsin.Core.Events.Extraction;

/// <summary>Telephone numbers as E.164: + and 8 to 15 figures.</summary>
internal static class PhoneNumbers
{
    private const int FewestFigures = 8;
    private const int MostFigures = 15;

    /// <summary>
    /// A number as written, figures with spaces, dots, hyphens, slashes and brackets: international (+… or 00…), or national
    /// where a plan says of which country. Null when it is none.
    /// </summary>
    public static string? Normalise(ReadOnlySpan<char> written, NumberingPlan? home = null)
    {
        Span<char> figures = stackalloc char[MostFigures + 3];
        written = written.Trim();
        var international = written.StartsWith("+") || written.StartsWith("＋");
        if (!TryFigures(written, figures, out var count))
            return null;
        var number = figures[..count];
        if (international)
            return International(number);
        return number.StartsWith("00") ? International(number[2..]) : home is { } plan && !StartsWithYear(written) ? National(number, plan) : null;
    }

    // 2016-09-27 01:00
    private static bool StartsWithYear(ReadOnlySpan<char> written) =>
        written.Length > 4 && written[..2] is "19" or "20" && char.IsAsciiDigit(written[3]) && !char.IsAsciiDigit(written[4]);

    private static bool TryFigures(ReadOnlySpan<char> written, Span<char> figures, out int count)
    {
        count = 0;
        for (var i = 0; i < written.Length; i++)
        {
            if (!char.IsAsciiDigit(written[i]))
                continue;
            if (count == figures.Length)
                return false;
            if (!IsOptionalTrunk(written, i))
                figures[count++] = written[i];
        }

        return count > 0;
    }

    // +44 (0)20 7946 0000
    private static bool IsOptionalTrunk(ReadOnlySpan<char> written, int at) =>
        written[at] == '0' && at > 0 && at + 1 < written.Length && written[at - 1] == '(' && written[at + 1] == ')' && written[0] is '+' or '0' && at > 1;

    private static string? International(ReadOnlySpan<char> number)
    {
        if (number.Length is < FewestFigures or > MostFigures || !HasCallingCode(number))
            return null;
        var northAmerican = number[0] == '1';
        return northAmerican && (number.Length != 11 || number[1] is '0' or '1') ? null : $"+{number}";
    }

    private static bool HasCallingCode(ReadOnlySpan<char> number) =>
        CallingCodes.IsAssigned(number[..1]) || CallingCodes.IsAssigned(number[..2]) || CallingCodes.IsAssigned(number[..3]);

    private static string? National(ReadOnlySpan<char> number, NumberingPlan plan)
    {
        var trunk = plan.Trunk.Length > 0 && number.StartsWith(plan.Trunk);
        if (trunk)
            number = number[plan.Trunk.Length..];
        else if (plan.Trunk == "0")
            return null; // written for dialling, it would start with 0
        return number.Length >= plan.Shortest && number.Length <= plan.Longest ? International($"{plan.Code}{number}") : null;
    }
}
