using System.Text;

namespace Tocsin.Lake.Import.Formats;

/// <summary>A first map.yaml for fields whose names are familiar.</summary>
internal static class MapSuggestion
{
    /// <summary>Names that sources use, most telling first; compared without case, dots, dashes and underscores.</summary>
    private static readonly (string Part, string[] Names)[] Familiar =
    [
        ("id", ["id", "postid", "messageid", "tweetid", "statusid", "commentid", "contentid", "eventid", "uuid", "guid", "idstr", "uri"]),
        ("account", ["accountid", "userid", "authorid", "account", "author", "user", "username", "useridstr", "fromid", "senderid", "sender",
            "screenname", "handle", "channelid", "channel", "pageid", "pagename", "profileid", "did", "owner", "poster", "createdby",
            "externalauthorid", "authorusername", "userscreenname", "accountname", "actor", "name"]),
        ("time", ["timestamp", "time", "createdat", "created", "createdutc", "createtime", "date", "datetime", "ts", "publishedat", "published",
            "postedat", "postedtime", "publishdate", "postcreated", "postcreateddate", "sentat", "timestampshare", "pubdate", "when", "timeus"]),
        ("text", ["text", "fulltext", "content", "message", "body", "caption", "description", "comment", "posttext", "tweet", "tweettext",
            "rawcontent", "selftext"]),
        ("language", ["language", "lang", "languagecode"]),
        ("platform", ["platform", "network", "service"]),
        ("reply_to", ["replyto", "inreplytoid", "inreplytostatusid", "inreplyto", "replytoid", "parentid", "parent"]),
        ("repost_of", ["retweetedid", "retweetid", "repostof", "retweetof", "sharedpostid", "retweetedstatusid", "rttweetid"]),
        ("quote_of", ["quotedid", "quotedstatusid", "quoteof"]),
        ("handle", ["screenname", "handle", "username", "useracct", "userhandle", "authorusername", "userscreenname"]),
        ("name", ["displayname", "fullname", "userdisplayname", "authorname", "userfullname"]),
        ("bio", ["bio", "userdescription", "userbio", "authordescription"]),
        ("account_created", ["accountcreated", "accountcreatedat", "usercreatedat", "usercreated", "joined", "joindate"]),
        ("followers", ["followers", "followerscount", "userfollowerscount", "followercount"]),
        ("following", ["following", "followingcount", "friendscount", "userfriendscount"]),
        ("urls", ["urls", "url", "links", "link", "expandedurls", "finallink"]),
        ("hashtags", ["hashtags", "hashtag", "tags"]),
        ("mentions", ["mentions", "mentionedusers", "usermentions"]),
        ("media", ["mediaids", "media", "mediahash", "phash", "imagehash", "mediaurls"]),
        ("sound", ["musicid", "soundid", "audioid"]),
        ("device", ["deviceid", "device", "fingerprint"]),
        ("ip", ["ip", "ipaddress", "clientip"]),
    ];

    /// <summary>The map as YAML; null when no field looks like an account or none like a time.</summary>
    public static string? For(IReadOnlyList<string> fields)
    {
        var taken = new HashSet<string>();
        var lines = new StringBuilder();
        var parts = new HashSet<string>();
        foreach (var (part, names) in Familiar)
        {
            if (Find(fields, names, taken) is not { } field)
                continue;
            taken.Add(field);
            parts.Add(part);
            lines.Append("  ").Append(part).Append(": ").AppendLine(Quoted(field));
        }
        return parts.Contains("account") && parts.Contains("time")
            ? $"# Tocsin map (docs/formats.md): event part: field\nplatform: my-platform\nfields:\n{lines}"
            : null;
    }

    private static string? Find(IReadOnlyList<string> fields, string[] names, HashSet<string> taken)
    {
        foreach (var name in names)
        {
            if (fields.FirstOrDefault(field => !taken.Contains(field) && Plain(field) == name) is { } found)
                return found;
        }
        return null;
    }

    private static string Plain(string field) =>
        string.Concat(field.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Quoted(string field) =>
        field.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.') ? field : $"'{field.Replace("'", "''")}'";
}
