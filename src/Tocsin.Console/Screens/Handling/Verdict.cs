using System.Text.Json;
using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Words;

namespace Tocsin.Console.Screens.Handling;

/// <summary>The decisions a person can take, in the order of their keys.</summary>
internal static class Verdict
{
    public static IReadOnlyList<DispositionKind> All { get; } = Enum.GetValues<DispositionKind>();

    /// <summary>As forms and addresses carry it: <c>benign_true_positive</c>.</summary>
    public static string Value(DispositionKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{kind}");

    public static DispositionKind? Parse(string? value) => All.Cast<DispositionKind?>().FirstOrDefault(kind => Value(kind!.Value) == value);

    public static string Text(IStringLocalizer<Strings> L, DispositionKind kind) => kind switch
    {
        DispositionKind.TruePositive => L["True positive"],
        DispositionKind.BenignTruePositive => L["Benign true positive"],
        DispositionKind.FalsePositive => L["False positive"],
        DispositionKind.Inconclusive => L["Inconclusive"],
        _ => L["Duplicate"],
    };

    public static string Hint(IStringLocalizer<Strings> L, DispositionKind kind) => kind switch
    {
        DispositionKind.TruePositive => L["as claimed, and harmful"],
        DispositionKind.BenignTruePositive => L["as claimed, and allowed"],
        DispositionKind.FalsePositive => L["the claim is wrong"],
        DispositionKind.Inconclusive => L["not to be told from this"],
        _ => L["another signal says it"],
    };

    /// <summary>Tone of its chip.</summary>
    public static string? Tone(DispositionKind kind) => kind switch
    {
        DispositionKind.TruePositive => "danger",
        DispositionKind.BenignTruePositive => "ok",
        DispositionKind.FalsePositive => "warn",
        _ => null,
    };
}
