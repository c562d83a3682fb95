namespace Tocsin.Core.Events.Extraction;

/// <summary>What an event answers, passes on or quotes, as <c>platform:id</c>. Likes, follows and shares aim at an object.</summary>
internal static class Targets
{
    public static void Add(TextScan scan)
    {
        if (scan.Event.TargetId is not { Length: > 0 } target)
            return;
        var kind = scan.Event.Kind switch
        {
            EventKind.Reply => ObservableKind.ReplyTarget,
            EventKind.Repost => ObservableKind.RepostTarget,
            EventKind.Quote => ObservableKind.QuoteTarget,
            EventKind.Post or EventKind.Message or EventKind.Video => ObservableKind.ReplyTarget,
            _ => ObservableKind.Object,
        };
        scan.Add(kind, $"{scan.Event.Platform}:{target}");
    }
}
