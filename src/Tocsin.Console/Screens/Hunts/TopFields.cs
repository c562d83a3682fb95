using Microsoft.Extensions.Localization;
using Tocsin.Console.Words;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Hunting;
using Tocsin.Lake.Hunting;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>The fields by which results are counted, those that tell most first.</summary>
internal static class TopFields
{
    private static readonly string[] Order =
    [
        "hashtag", "domain", "account", "platform", "lang", "kind", "mention", "url", "repost_of", "reply_to", "quote_of", "near_text", "wallet", "phone",
        "email", "invite", "emoji", "media", "sound", "video", "device", "ip", "object",
    ];

    public static IReadOnlyList<HuntField> All { get; } = [.. Order.Select(HuntField.Named).OfType<HuntField>()];

    /// <summary>Those tried, in this order, when none was asked for: the first of which the results have several values.</summary>
    public static IReadOnlyList<HuntField> First { get; } = [.. new[] { "hashtag", "domain", "mention", "account" }.Select(HuntField.Named).OfType<HuntField>()];

    /// <summary>The field of this name, or the first.</summary>
    public static HuntField Find(string? name) => All.FirstOrDefault(field => field.Name == name) ?? All[0];

    public static string Name(HuntField field, IStringLocalizer<Strings> L) => field switch
    {
        { Kind: { } kind } => ObservableWords.Many(kind, L),
        { Name: "account" } => L["Accounts"],
        { Name: "platform" } => L["Platforms"],
        { Name: "lang" } => L["Languages"],
        _ => L["Kinds of event"],
    };

    /// <summary>A value as people read it.</summary>
    public static string Shown(HuntField field, HuntTopRow row) =>
        field.Kind is { } kind and not (ObservableKind.Text or ObservableKind.NearText) ? ObservableWords.Value(kind, row.Shown) : row.Shown;
}
