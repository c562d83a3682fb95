using Tocsin.Core.Detection;
using Tocsin.Core.Events;

namespace Tocsin.Cli.Signals;

/// <summary>Names of the house's enumerations as people read them.</summary>
internal static class Words
{
    public static string Of(Role role) => role.ToString().ToLowerInvariant();

    public static string Of(ObservableKind kind) => kind switch
    {
        ObservableKind.Url => "URL",
        ObservableKind.Email => "e-mail",
        ObservableKind.Ip => "IP address",
        ObservableKind.ReplyTarget => "reply target",
        ObservableKind.RepostTarget => "repost target",
        ObservableKind.QuoteTarget => "quote target",
        ObservableKind.NearText => "near-equal text",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
