using Tocsin.Core.Events.Text;
using Tocsin.Core.Events.Urls;

namespace Tocsin.Core.Events.Extraction;

/// <summary>
/// Completes an event with all the values it can share with others: those its fields named, in their normal form, and those
/// that stand in its text. Safe on any thread; never throws on any text.
/// </summary>
public static class ObservableExtractor
{
    // What one post may cost: text beyond this is not read. No platform lets people write that much.
    private const int LongestRead = 100_000;

    [ThreadStatic]
    private static (TextScan Scan, TextBuffer Buffer)? _scratch;

    /// <summary>The event with carried and found observables, each once.</summary>
    public static IncomingEvent Enrich(IncomingEvent incoming)
    {
        var (scan, buffer) = _scratch ??= (new(), new());
        var text = incoming.Event.Text ?? "";
        scan.Start(incoming.Event, Defanging.Refang(text.Length > LongestRead ? text[..LongestRead] : text));
        foreach (var carried in incoming.Observables)
            CarriedValues.Add(carried, scan);
        if (text.Length > 0)
            SearchText(scan);
        Targets.Add(scan);
        TextFingerprint.Add(scan, buffer);
        return incoming with { Observables = scan.Found.ToArray() };
    }

    // In this order: a link may hold an @ and a #, an address an @, a handle a full stop.
    private static void SearchText(TextScan scan)
    {
        var text = scan.Text.AsSpan();
        if (text.Contains('.') || text.Contains(':'))
            LinkScanner.Scan(scan);
        if (text.ContainsAny('@', '＠'))
        {
            EmailScanner.Scan(scan);
            MentionScanner.Scan(scan);
        }

        if (text.ContainsAny('#', '＃'))
            HashtagScanner.Scan(scan);
        WalletScanner.Scan(scan);
        if (text.ContainsAnyInRange('0', '9'))
            PhoneScanner.Scan(scan);
        if (text.ContainsAnyInRange('\u2190', '\udfff'))
            EmojiScanner.Scan(scan);
    }
}
