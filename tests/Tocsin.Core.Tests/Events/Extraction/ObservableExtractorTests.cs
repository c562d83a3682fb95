using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Extraction;
using Tocsin.Core.Tests.Events.Text;
using static Tocsin.Core.Events.ObservableKind;

namespace Tocsin.Core.Tests.Events.Extraction;

public class ObservableExtractorTests
{
    [Theory]
    [InlineData("#Debate2016 #debatenight, #MAGA!", "debate2016 debatenight maga")]
    [InlineData("＃Ｔｏｋｙｏ #東京、#Привет #كورونا", "tokyo 東京 привет كورونا")]
    [InlineData("#नमस्ते #می\u200cخواهم", "नमस्ते میخواهم")] // marks; a joiner inside, dropped
    [InlineData("#2016 #4ever #a_b #_", "4ever a_b")] // not figures alone
    [InlineData("a#b &#39;x&#39; ##twice https://a.example/#top this/#that", "that")]
    [InlineData("これは#タグ です", "タグ")]
    [InlineData("#one#two", "one")]
    [InlineData("#ＮＹＣ #nyc #Nyc", "nyc")]
    [InlineData("#1️⃣ #👍", "")]
    public void Hashtags(string text, string tags) => Assert.Equal(tags, Values(text, Hashtag));

    [Theory]
    [InlineData("@Alice and @bob_1: hi (@carol)", "alice bob_1 carol")]
    [InlineData("＠dave @erinさん", "dave erin")]
    [InlineData("RT @frank: @gina@mastodon.social, @hank.bsky.social.", "frank gina@mastodon.social hank.bsky.social")]
    [InlineData("end of @ivan.Then", "ivan")]
    [InlineData("mail someone@example.com or a@b, https://medium.com/@author", "")]
    [InlineData("@@x !@y", "")]
    public void Mentions(string text, string handles) => Assert.Equal(handles, Values(text, Mention));

    [Theory]
    [InlineData("tiktok", "@jo.hn.", "jo.hn")]
    [InlineData("bluesky", "@jo.example.com @jo.nosuchtld", "jo.example.com jo")]
    public void Handles_hold_full_stops_where_the_platform_allows_them(string platform, string text, string handles) =>
        Assert.Equal(handles, Values(Some(text) with { Platform = platform }, Mention));

    [Theory]
    [InlineData("Write to John.Doe+x@Example.CO.UK.", "john.doe+x@example.co.uk")]
    [InlineData("a@b, a@b.nosuchtld, x@@y.com", "")]
    [InlineData("evil(at)example[.]com", "evil@example.com")]
    public void Emails(string text, string addresses) => Assert.Equal(addresses, Values(text, Email));

    [Theory]
    [InlineData("call +1 (202) 555-0143 now", null, "+12025550143")]
    [InlineData("+44 (0)20 7946 0958, 0049 30 901820", null, "+442079460958 +4930901820")]
    [InlineData("https://wa.me/447911123456?text=hi", null, "+447911123456")]
    [InlineData("ligue 011 91234-5678", "pt-BR", "+5511912345678")]
    [InlineData("ligue 011 91234-5678", "pt", "")]
    [InlineData("(202) 555-0143", "en-US", "+12025550143")]
    [InlineData("+999 1234 5678, +1 2 3, 2016-09-27 01:00, 1.000.000.000, $100000000, id12345678901", "en-US", "")]
    public void Phones(string text, string? language, string numbers) =>
        Assert.Equal(numbers, Values(Some(text) with { Language = language }, Phone));

    [Theory]
    [InlineData("send to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa!", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
    [InlineData("https://etherscan.io/address/0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed")]
    [InlineData("bitcoin:BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")]
    public void Wallets(string text, string addresses) => Assert.Equal(addresses, Values(text, Wallet));

    [Theory]
    [InlineData("https://t.me/joinchat/AAAAAE1x t.me/+Abc_1 https://t.me/channel", "telegram:AAAAAE1x telegram:Abc_1")]
    [InlineData("https://chat.whatsapp.com/GzXyZ12?mode=x", "whatsapp:GzXyZ12")]
    [InlineData("discord.gg/abc https://www.discord.com/invite/Def discord.com/channels/1", "discord:abc discord:Def")]
    public void Invites(string text, string invites) => Assert.Equal(invites, Values(text, Invite));

    [Theory]
    [InlineData("go 🔥🚀💎 now", "🔥🚀💎")]
    [InlineData("🔥 🚀 💎", "🔥🚀💎")]
    [InlineData("😂😂😂😂 and 👍👍🏽", "")] // one kind; too few
    [InlineData("👩‍👩‍👧🇺🇸❤️", "👩‍👩‍👧🇺🇸❤")]
    public void Emoji_sequences(string text, string runs) => Assert.Equal(runs, Values(text, Emoji));

    [Fact]
    public void A_link_gives_address_and_domain()
    {
        var found = Enrich(Some("Look: HTTPS://Www.Example.co.uk/a?utm_source=x, great"));
        Assert.Contains(new Observable(Url, "https://www.example.co.uk/a"), found);
        Assert.Contains(new Observable(Domain, "example.co.uk"), found);
    }

    [Fact]
    public void Carried_values_meet_those_found_in_the_text()
    {
        var carried = new Observable[] { new(Hashtag, "#MAGA"), new(Url, "https://t.co/X "), new(Mention, "@Bob"), new(Ip, "2001:DB8::0001"), new(Device, "d1") };
        var found = Enrich(Some("#maga @bob https://t.co/X"), carried);
        Assert.Equal(
            [new(Hashtag, "maga"), new(Url, "https://t.co/X"), new(Domain, "t.co"), new(Mention, "bob"), new(Ip, "2001:db8::1"), new(Device, "d1")],
            found);
    }

    [Theory]
    [InlineData(EventKind.Reply, ReplyTarget)]
    [InlineData(EventKind.Repost, RepostTarget)]
    [InlineData(EventKind.Quote, QuoteTarget)]
    [InlineData(EventKind.Like, ObservableKind.Object)]
    public void Targets_carry_their_platform(EventKind kind, ObservableKind target) =>
        Assert.Equal([new(target, "x:7")], Enrich(Some("") with { Kind = kind, TargetId = "7" }));

    [Fact]
    public void Texts_that_say_the_same_share_a_fingerprint()
    {
        var plain = Values("Buy cheap followers today, they never leave!", ObservableKind.Text);
        Assert.Matches("^[0-9a-f]{16}$", plain);
        Assert.Equal(plain, Values("@you BUY  cheap f0llowers today -- they never leave https://t.co/abc", ObservableKind.Text));
        Assert.NotEqual(plain, Values("Buy cheap followers today, they always leave!", ObservableKind.Text));
    }

    [Theory]
    [InlineData("Good morning all", "")]
    [InlineData("@a @b https://example.com/a-very-long-path-that-says-nothing", "")]
    public void A_text_without_enough_words_has_no_fingerprint(string text, string none) => Assert.Equal(none, Values(text, ObservableKind.Text));

    [Fact]
    public void A_short_Chinese_sentence_says_enough() => Assert.NotEmpty(Values("今天我们去公园玩吧", ObservableKind.Text));

    [Fact]
    public void A_repost_points_at_the_original_and_says_nothing_itself()
    {
        var marked = Enrich(Some("RT @someone: The vote is tomorrow, be there https://t.co/a"));
        var native = Enrich(Some("The vote is tomorrow, be there https://t.co/a") with { Kind = EventKind.Repost });
        Assert.DoesNotContain(marked, o => o.Kind == ObservableKind.Text);
        Assert.StartsWith("text:", Assert.Single(marked, o => o.Kind == RepostTarget).Value, StringComparison.Ordinal);
        Assert.Equal(marked.Where(o => o.Kind == RepostTarget), native.Where(o => o.Kind == RepostTarget));
        Assert.Equal([new(RepostTarget, "x:9")], Enrich(Some("The vote is tomorrow, be there") with { Kind = EventKind.Repost, TargetId = "9" }));
    }

    [Fact]
    public void Any_text_is_searched_without_fail() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(5000),
        Prop.ForAll(Texts.Hostile, text => Enrich(Some(text) with { Language = "en-US" }).All(o => o.Value.Length > 0)));

    [Fact]
    public void Hostile_text_costs_no_more_than_its_length()
    {
        foreach (var piece in (string[])["a.", "http://a.com ", "@", "#a", "1 ", "+1 ", "[.]", "(", "a@b.com ", "😀", "0x", "\u0301", ".com", "ａ"])
            Assert.True(Enrich(Some(string.Concat(Enumerable.Repeat(piece, 200_000)))).Count <= 256);
    }

    private static Event Some(string text) => new()
    {
        Platform = "x",
        Id = "1",
        AccountId = "2",
        Time = DateTimeOffset.UnixEpoch,
        Text = text,
    };

    private static IReadOnlyList<Observable> Enrich(Event subject, params Observable[] carried) =>
        ObservableExtractor.Enrich(new(subject, new AccountProfile { Platform = subject.Platform, Id = subject.AccountId }, carried)).Observables;

    private static string Values(string text, ObservableKind kind) => Values(Some(text), kind);

    private static string Values(Event subject, ObservableKind kind) =>
        string.Join(' ', Enrich(subject).Where(o => o.Kind == kind).Select(o => o.Value));
}
