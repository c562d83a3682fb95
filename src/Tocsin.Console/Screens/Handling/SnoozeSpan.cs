using Microsoft.Extensions.Localization;
using Tocsin.Console.Words;

namespace Tocsin.Console.Screens.Handling;

/// <summary>A usual length of a snooze.</summary>
/// <param name="Value">As forms carry it.</param>
internal sealed record SnoozeSpan(string Value, TimeSpan Span)
{
    public static IReadOnlyList<SnoozeSpan> All { get; } =
    [
        new("4h", TimeSpan.FromHours(4)),
        new("1d", TimeSpan.FromDays(1)),
        new("3d", TimeSpan.FromDays(3)),
        new("7d", TimeSpan.FromDays(7)),
    ];

    public static string Text(IStringLocalizer<Strings> L, SnoozeSpan span) => span.Value switch
    {
        "4h" => L["4 hours from now"],
        "1d" => L["Tomorrow, this time"],
        "3d" => L["3 days from now"],
        _ => L["A week from now"],
    };
}
