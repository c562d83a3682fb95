using Tocsin.Core.Events.Urls;

namespace Tocsin.Core.Events.Extraction;

/// <summary>Links, with what follows from them: the registrable domain, invitations, the number behind a wa.me link.</summary>
internal static class LinkScanner
{
    public static void Scan(TextScan scan)
    {
        var from = 0;
        while (!scan.IsFull && UrlFinder.TryNext(scan.Text, from, out var start, out var end))
        {
            if (NormalUrl.Parse(scan.Text.AsSpan(start, end - start)) is { } url)
            {
                scan.Claim(start, end);
                if (IsWhole(scan.Text, end) && (url.Host.Contains('.') || HostNames.IsAddress(url.Host)))
                    Add(url, scan);
            }

            from = end;
        }
    }

    public static void Add(NormalUrl url, TextScan scan)
    {
        scan.Add(ObservableKind.Url, url.Text);
        scan.Add(ObservableKind.Domain, url.Domain);
        if (InviteLinks.TryParse(url, out var invite))
            scan.Add(ObservableKind.Invite, invite);
        if (url.Host is "wa.me" && PhoneNumbers.Normalise('+' + PathOf(url).Trim('/')) is { } phone)
            scan.Add(ObservableKind.Phone, phone);
    }

    // "https://t.co/ab…" was cut short and leads elsewhere.
    private static bool IsWhole(string text, int end) => end == text.Length || text[end] != '…';

    private static string PathOf(NormalUrl url)
    {
        var path = url.Text.AsSpan(url.Text.IndexOf(url.Host, StringComparison.Ordinal) + url.Host.Length);
        return path[..(path.IndexOfAny('?', '#') is var end && end >= 0 ? end : path.Length)].ToString();
    }
}
