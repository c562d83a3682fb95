using System.Net;
using Tocsin.Core.Events.Urls;

namespace Tocsin.Core.Events.Extraction;

/// <summary>Values that came in fields, brought into the form that the same values have when found in text.</summary>
internal static class CarriedValues
{
    public static void Add(Observable carried, TextScan scan)
    {
        if (carried.Kind == ObservableKind.Url && AddressIn(carried.Value) is { } url)
            LinkScanner.Add(url, scan);
        else
            scan.Add(carried.Kind, Normalise(carried.Kind, carried.Value));
    }

    /// <summary>The value as events carry it; what is not sound stays as its source wrote it: a field is a claim, and may be
    /// right where our rules are not.</summary>
    public static string Normalise(ObservableKind kind, string value)
    {
        value = value.Trim();
        return kind switch
        {
            ObservableKind.Url => AddressIn(value)?.Text ?? value,
            ObservableKind.Domain => HostNames.Normalise(value) ?? value.ToLowerInvariant(),
            ObservableKind.Hashtag => HashtagScanner.Normalise(value),
            ObservableKind.Mention => MentionScanner.Normalise(value),
            ObservableKind.Email => EmailScanner.Normalise(value) ?? value.ToLowerInvariant(),
            ObservableKind.Phone => PhoneNumbers.Normalise(value) ?? value,
            ObservableKind.Wallet => WalletScanner.Normalise(value) ?? value,
            ObservableKind.Ip => IPAddress.TryParse(value, out var address) ? address.ToString() : value,
            _ => value,
        };
    }

    // A bare word or number in a field is somebody's id for an address, not the address.
    private static NormalUrl? AddressIn(string value) =>
        value.AsSpan().ContainsAny('.', ':', '/') ? NormalUrl.Parse(UrlFinder.WithoutTrailingPunctuation(value.AsSpan().Trim())) : null;
}
