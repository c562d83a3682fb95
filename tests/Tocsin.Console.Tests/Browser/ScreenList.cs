namespace Tocsin.Console.Tests.Browser;

/// <summary>Every screen of the console by name, with an address that shows it in use.</summary>
internal static class ScreenList
{
    /// <summary>Screens whoever is signed in may see, over a workspace that may be empty.</summary>
    public static readonly IReadOnlyList<(string Name, string Address)> Anywhere =
    [
        ("home", "/"), ("queue", "/queue"), ("networks", "/networks"), ("hunt", "/hunt"), ("sql", "/hunt/sql"), ("accounts", "/accounts"),
        ("detectors", "/detectors"), ("detector", "/detectors/coordination"), ("import", "/import"),
        ("settings", "/settings"), ("audit", "/settings/audit"), ("me", "/account"), ("api", "/api"), ("not-found", "/no-such-page"),
    ];

    /// <summary>Screens about something, over a workspace with signals.</summary>
    public static IEnumerable<(string Name, string Address)> About(RunningConsole console)
    {
        var worst = Samples.Worst(console);
        var member = worst.Members[0];
        yield return ("queue-preview", $"/queue?at={worst.Id}");
        yield return ("signal", $"/signals/{worst.Id}");
        yield return ("network", $"/signals/{worst.Id}/network");
        yield return ("account", $"/accounts/{member.Platform}/{Uri.EscapeDataString(member.AccountId)}");
        yield return ("hunt-results", "/hunt?q=the");
    }

    /// <summary>Screens before signing in.</summary>
    public static readonly IReadOnlyList<(string Name, string Address)> Outside = [("sign-in", "/sign-in")];
}
