using Tocsin.Core.Events;
using Tocsin.Core.Events.Hunting;

namespace Tocsin.Core.Tests.Events.Hunting;

public class HuntQueryTests
{
    [Theory]
    [InlineData("climate  protest", "climate protest")]
    [InlineData("\"climate   strike\"", "\"climate strike\"")]
    [InlineData("“climate strike”", "\"climate strike\"")]
    [InlineData("protest -march", "protest -march")]
    [InlineData("protest NOT march", "protest -march")]
    [InlineData("cat dog OR bird", "cat dog OR bird")]
    [InlineData("cat (dog OR bird)", "cat (dog OR bird)")]
    [InlineData("((cat AND dog))", "cat dog")]
    [InlineData("-(cat dog)", "-(cat dog)")]
    [InlineData("--cat", "cat")]
    [InlineData("vote*", "vote*")]
    [InlineData("東京", "東京")]
    [InlineData("12:30", "12:30")]
    [InlineData("\"say \\\"hi\\\"\"", "\"say \\\"hi\\\"\"")]
    [InlineData("f(x)", "\"f(x)\"")]
    [InlineData("", "")]
    public void Words_group_as_written(string typed, string canonical) => Assert.Equal(canonical, HuntQuery.Parse(typed).ToString());

    [Theory]
    [InlineData("#Climate", "hashtag:climate")]
    [InlineData("hashtag:＃Ｔｏｋｙｏ", "hashtag:tokyo")]
    [InlineData("@Maria", "account:Maria")]
    [InlineData("account:@maria@example.social", "account:maria@example.social")]
    [InlineData("account:x:12345", "account:x:12345")]
    [InlineData("mention:@Maria", "mention:maria")]
    [InlineData("domain:EVIL[.]com", "domain:evil.com")]
    [InlineData("domain:hxxps://news[.]evil[.]co[.]uk/a", "domain:evil.co.uk")]
    [InlineData("domain:bücher.example", "domain:xn--bcher-kva.example")]
    [InlineData("hxxps://evil[.]com", "domain:evil.com")]
    [InlineData("hxxps[:]//evil[.]com/Pay?utm_source=x", "url:https://evil.com/Pay")]
    [InlineData("https://en.wikipedia.org/wiki/Bell_(instrument)", "url:\"https://en.wikipedia.org/wiki/Bell_(instrument)\"")]
    [InlineData("evil[.]com", "domain:evil.com")]
    [InlineData("url:example.com/a", "url:https://example.com/a")]
    [InlineData("help(at)evil[.]com", "email:help@evil.com")]
    [InlineData("email:mailto:Help@Evil.com", "email:help@evil.com")]
    [InlineData("phone:\"+44 (0)20 7946 0958\"", "phone:+442079460958")]
    [InlineData("wallet:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "wallet:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed")]
    [InlineData("invite:https://t.me/joinchat/AbC-1", "invite:telegram:AbC-1")]
    [InlineData("emoji:\"🚀 💰 🔥\"", "emoji:🚀💰🔥")]
    [InlineData("ip:2001:DB8:0:0::1", "ip:2001:db8::1")]
    [InlineData("reply_to:x:99 -media:\"a b\"", "reply_to:x:99 -media:\"a b\"")]
    [InlineData("PLATFORM:X lang:pt_BR kind:Reply", "platform:x lang:pt-br kind:reply")]
    public void Values_come_into_the_form_events_carry(string typed, string canonical) => Assert.Equal(canonical, HuntQuery.Parse(typed).ToString());

    [Theory]
    [InlineData("cat \"dog", 4, 4)]
    [InlineData("cat (dog OR bird", 4, 1)]
    [InlineData("cat) dog", 3, 1)]
    [InlineData("cat OR", 6, 0)]
    [InlineData("OR cat", 0, 2)]
    [InlineData("cat - dog", 4, 1)]
    [InlineData("cat -", 4, 1)]
    [InlineData("()", 1, 1)]
    [InlineData("cat colour:red", 4, 7)]
    [InlineData("kind:party", 0, 10)]
    [InlineData("kind:3", 0, 6)]
    [InlineData("domain: cat", 0, 7)]
    [InlineData("domain:evil*", 0, 12)]
    [InlineData("cat !!! dog", 4, 3)]
    [InlineData("ab*", 0, 3)]
    [InlineData("hashtag:#", 0, 9)]
    [InlineData("@", 0, 1)]
    public void What_cannot_be_read_is_pointed_at(string typed, int position, int length)
    {
        Assert.False(HuntQuery.TryParse(typed, out _, out var error));
        Assert.Equal((position, length), (error.Position, error.Length));
        var problem = Assert.Throws<Problem>(() => HuntQuery.Parse(typed));
        Assert.Contains($"»{typed.Substring(position, length)}«", problem.Where);
        Assert.NotEmpty(problem.Hint);
    }

    [Fact]
    public void Size_and_depth_have_bounds()
    {
        Assert.False(HuntQuery.TryParse(new string('a', HuntQuery.Longest + 1), out _, out _));
        Assert.False(HuntQuery.TryParse(new string('(', 2_000), out _, out _));
        Assert.False(HuntQuery.TryParse(string.Concat(Enumerable.Repeat("-", 2_000)) + "a", out _, out _));
        Assert.False(HuntQuery.TryParse(string.Join(' ', Enumerable.Repeat("cat", 101)), out _, out _));
    }

    [Fact]
    public void Two_hunts_join_to_what_both_find()
    {
        var both = HuntQuery.Parse("cat OR dog").And(HuntQuery.OfAccount("x", "7")).And(HuntQuery.Everything);
        Assert.Equal("(cat OR dog) account:x:7", both.ToString());
        Assert.Equal(both, HuntQuery.Parse(both.ToString()));
    }

    [Fact]
    public void Every_kind_of_value_can_be_asked_for()
    {
        foreach (var kind in Enum.GetValues<ObservableKind>())
            Assert.Equal(HuntQuery.Of(kind, "a(b"), HuntQuery.Parse(HuntQuery.Of(kind, "a(b").ToString()));
    }

    [Fact]
    public void Every_field_has_an_example_that_reads()
    {
        Assert.All(HuntField.All, field => Assert.StartsWith(field.Name + ":", HuntQuery.Parse(field.Example).ToString()));
        Assert.Equal(HuntField.All.Count, HuntField.All.Select(field => field.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("cafe", "Un CAFÉ crème", "CAFÉ")]
    [InlineData("vote*", "Voters vote, pivoted", "Voters|vote")]
    [InlineData("\"climate strike\" -march", "march for the Climate, strike!", "Climate, strike")]
    [InlineData("東京 OR 会", "今日の東京では会議", "東京|会")]
    [InlineData("タワ", "東京タワー", "タワ")]
    [InlineData("🔥", "so 🔥🔥 hot", "🔥🔥")]
    [InlineData("#tag domain:x.com", "#tag x.com", "")]
    public void Marks_show_what_was_hit(string typed, string text, string marked) =>
        Assert.Equal(marked, string.Join('|', HuntQuery.Parse(typed).Marks(text).Select(span => text.Substring(span.Start, span.Length))));

    [Theory]
    [InlineData("cat", "-cat")]
    [InlineData("-cat", "cat")]
    [InlineData("cat dog", "-(cat dog)")]
    [InlineData("cat OR dog", "-(cat OR dog)")]
    [InlineData("", "")]
    public void What_a_hunt_finds_can_be_left_out(string typed, string canonical) => Assert.Equal(canonical, HuntQuery.Parse(typed).Not().ToString());

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("cat", new[] { "cat" })]
    [InlineData("cat -dog (x OR y) domain:evil.com", new[] { "cat", "-dog", "x OR y", "domain:evil.com" })]
    [InlineData("cat OR dog", new[] { "cat OR dog" })]
    public void A_hunt_comes_apart_into_its_conditions_and_goes_together_again(string typed, string[] parts)
    {
        var query = HuntQuery.Parse(typed);
        Assert.Equal(parts, query.Parts.Select(part => part.ToString()));
        Assert.Equal(query, query.Parts.Aggregate(HuntQuery.Everything, (all, part) => all.And(part)));
    }

    [Theory]
    [InlineData("platform", "x", "platform:x")]
    [InlineData("hashtag", "vote", "hashtag:vote")]
    [InlineData("account", "x:a b“\\\"", "account:\"x:a b\\“\\\\\\\"\"")]
    [InlineData("kind", "party", "")]
    public void A_field_and_a_value_make_a_hunt(string field, string value, string canonical) =>
        Assert.Equal(canonical, HuntQuery.Of(HuntField.Named(field)!, value).ToString());
}
