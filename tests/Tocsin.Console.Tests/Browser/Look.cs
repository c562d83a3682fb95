using Microsoft.Playwright;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Browser;

/// <summary>How a page is looked at.</summary>
public sealed record Look(int Width, int Height, ColorScheme Scheme)
{
    public override string ToString() => $"{Width}-{(Scheme == ColorScheme.Dark ? "dark" : "light")}";

    /// <summary>Somebody at the door, not signed in.</summary>
    internal Task<Visit> ComeAsync(Chromium chromium) => chromium.VisitAsync(new()
    {
        ViewportSize = new() { Width = Width, Height = Height },
        ColorScheme = Scheme,
        ReducedMotion = ReducedMotion.Reduce,
    });

    /// <summary>Somebody of that role, signed in.</summary>
    internal async Task<Visit> SignInAsync(Chromium chromium, RunningConsole console, PersonRole role)
    {
        var visit = await ComeAsync(chromium);
        _ = await visit.ToAsync((await console.SignInLinkAsync(role)).ToString());
        return visit;
    }
}
