using Tocsin.Core.Events.Extraction;
using Tocsin.Core.Events.Urls;

namespace Tocsin.Core.Events.Hunting;

/// <summary>Values as people type them, in the form in which events carry them.</summary>
public static class HuntValues
{
    /// <summary>The other value under which events may carry the same: a host is kept by its registrable domain where it was
    /// found in a link, and whole where a source named it. Null when there is none.</summary>
    public static string? Alternative(ObservableKind kind, string value)
    {
        if (kind != ObservableKind.Domain || HostNames.IsAddress(value))
            return null;
        var domain = PublicSuffixes.RegistrableDomain(value);
        return domain.IsEmpty || domain.Length == value.Length ? null : domain.ToString();
    }

    internal static string Normalise(ObservableKind kind, string typed) => kind switch
    {
        ObservableKind.Url => Url(typed),
        ObservableKind.Domain => Host(Defanging.Refang(typed)),
        ObservableKind.Email => CarriedValues.Normalise(kind, WithoutMailto(Defanging.Refang(typed))),
        ObservableKind.Emoji => string.Concat(typed.Where(c => c is not (' ' or '\ufe0e' or '\ufe0f'))),
        ObservableKind.Invite => Invite(Defanging.Refang(typed)),
        _ => CarriedValues.Normalise(kind, typed),
    };

    // What is normal already stays, even if it ends in what would be punctuation behind an address in a sentence.
    private static string Url(string typed) =>
        NormalUrl.Parse(typed)?.Text == typed ? typed : CarriedValues.Normalise(ObservableKind.Url, Defanging.Refang(typed));

    // People paste the address they have.
    private static string Host(string typed) =>
        (typed.Contains('/') || typed.Contains(':')) && NormalUrl.Parse(typed) is { } url ? url.Domain : CarriedValues.Normalise(ObservableKind.Domain, typed);

    private static string WithoutMailto(string typed) => typed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? typed[7..] : typed;

    private static string Invite(string typed) =>
        NormalUrl.Parse(typed) is { } url && InviteLinks.TryParse(url, out var invite) ? invite : typed;
}
