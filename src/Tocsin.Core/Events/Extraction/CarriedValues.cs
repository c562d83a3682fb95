using System.Net;
using Tocsin.Core.Events.Urls;

namespace Tocsin.Core.Events.Extraction;

/// <summary>Values that came in fields, brought into the form that the same values have when found in text.</summary>
internal static class CarriedValues
{
    public static void Add(Observable carried, TextScan scan)
    {
        var value = carried.Value.Trim();
        switch (carried.Kind)
        {
            // A bare word or number in a field is somebody's id for an address, not the address.
            case ObservableKind.Url when value.AsSpan().ContainsAny('.', ':', '/')
                && NormalUrl.Parse(UrlFinder.WithoutTrailingPunctuation(value)) is { } url:
                LinkScanner.Add(url, scan);
                break;
            default:
                scan.Add(carried.Kind, Normalise(carried.Kind, value));
                break;
        }
    }

    // What is not sound stays as its source wrote it: a field is a claim, and may be right where our rules are not.
    private static string Normalise(ObservableKind kind, string value) => kind switch
    {
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
