namespace Tocsin.Console.Layout.Frame;

/// <summary>How one person wants the console to look and behave. The defaults protect: posts can be read, media are covered.</summary>
public sealed record Preferences
{
    /// <summary><c>system</c>, <c>light</c> or <c>dark</c>.</summary>
    public string Theme { get; init; } = "system";

    /// <summary><c>comfortable</c> or <c>compact</c>.</summary>
    public string Density { get; init; } = "comfortable";

    /// <summary>IANA name; null takes the browser's.</summary>
    public string? TimeZone { get; init; }

    public bool BlurText { get; init; }

    public bool BlurMedia { get; init; } = true;

    public bool GreyMedia { get; init; } = true;

    /// <summary>In lists, where texts are met unasked.</summary>
    public bool MaskSlurs { get; init; } = true;

    /// <summary>Minutes of reading after which to suggest a break; 0 never.</summary>
    public int StepAwayMinutes { get; init; }

    /// <summary>Whether single keys act (WCAG 2.1.4).</summary>
    public bool SingleKeys { get; init; } = true;

    /// <summary>Keys chosen by the person, by the command they stand for: <c>decide</c> → <c>e</c>.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>();
}
