using System.Collections.Frozen;

namespace Tocsin.Core.Events.Urls;

/// <summary>Query parameters that say who clicked where, not what is shown; a shared link loses them.</summary>
internal static class TrackingParameters
{
    private static readonly string[] Prefixes = ["utm_", "hsa_", "pk_", "piwik_", "mtm_", "matomo_", "at_", "__hs"];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Anywhere = FrozenSet.Create(
        // click ids of advertisers
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "ttclid", "li_fat_id", "yclid", "ysclid",
        "rb_clickid", "srsltid", "irclickid", "epik", "sccid", "tblci", "obclid", "wickedid", "qclid", "zanpid", "gad_source",
        // share ids of platforms
        "igshid", "igsh", "ref_src", "ref_url", "__twitter_impression", "share_id", "share_app_id", "share_item_id", "share_link_id",
        "share_author_id", "fb_action_ids", "fb_action_types", "fb_ref", "fb_source", "action_object_map", "mibextid", "xmt",
        // mailings and analytics
        "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "ml_subscriber",
        "ml_subscriber_hash", "ss_email_id", "_ga", "_gl", "_openstat", "ncid", "cmpid", "xtor", "wt_mc", "wt_zmc", "s_cid", "spm",
        "smid", "soc_src", "soc_trk", "guccounter", "guce_referrer", "guce_referrer_sig").GetAlternateLookup<ReadOnlySpan<char>>();

    // Names too short to drop everywhere, by registrable domain.
    private static readonly FrozenDictionary<string, string[]> OnDomain = new Dictionary<string, string[]>
    {
        ["x.com"] = ["s", "t"],
        ["twitter.com"] = ["s", "t"],
        ["youtube.com"] = ["si", "feature", "pp"],
        ["youtu.be"] = ["si", "feature"],
        ["spotify.com"] = ["si"],
        ["tiktok.com"] = ["_r", "_t", "is_copy_url", "is_from_webapp", "sender_device", "sec_user_id", "timestamp", "u_code", "_d"],
        ["amazon.com"] = ["ref", "ref_", "tag", "linkCode", "ascsubtag", "pd_rd_i", "pd_rd_r", "pd_rd_w", "pd_rd_wg", "qid", "sr"],
        ["reddit.com"] = ["rdt", "share_id"],
        ["facebook.com"] = ["__cft__[0]", "__tn__", "rdid", "paipv", "eav"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> OnDomainLookup =
        OnDomain.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> name, ReadOnlySpan<char> registrableDomain)
    {
        if (Anywhere.Contains(name) || HasPrefix(name))
            return true;
        return OnDomainLookup.TryGetValue(registrableDomain, out var names) && IsAmong(name, names);
    }

    private static bool HasPrefix(ReadOnlySpan<char> name)
    {
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsAmong(ReadOnlySpan<char> name, string[] names)
    {
        foreach (var known in names)
        {
            if (name.SequenceEqual(known))
                return true;
        }

        return false;
    }
}
