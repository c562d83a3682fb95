using Tocsin.Console.Screens.Signals;
using Tocsin.Core.Detection;

namespace Tocsin.Console.Tests.Screens.Signals;

public sealed class SharedGroupTests
{
    [Fact]
    public void Evidence_is_grouped_by_what_it_shares_in_order_of_time()
    {
        var groups = Groups(
            Some.Evidence("2", "hashtag:vote", "vote now #vote", second: 30), Some.Evidence("1", "hashtag:vote", "vote now #vote", second: 0),
            Some.Evidence("3", "domain:evil.example", null, second: 5));
        Assert.Equal(["hashtag", "domain"], groups.Select(group => group.Kind));
        Assert.Equal(["one", "two"], groups[0].Posts.Select(post => post.Handle));
        Assert.Equal(TimeSpan.FromSeconds(30), groups[0].Span);
        Assert.Equal(2, groups[0].Accounts);
    }

    [Fact]
    public void Texts_that_are_alike_come_before_texts_that_only_carry_the_same_value()
    {
        var groups = Groups(
            Some.Evidence("1", "mention:marcus", "@marcus what a day this was", second: 0), Some.Evidence("2", "mention:marcus", "@marcus nobody asked", second: 1),
            Some.Evidence("1", "near_text:77", "the dentist told me the truth", second: 60), Some.Evidence("2", "near_text:77", "the dentist told me the truth", second: 61));
        Assert.Equal(["near_text", "mention"], groups.Select(group => group.Kind));
    }

    [Fact]
    public void The_id_of_a_cluster_of_texts_is_not_looked_for_in_them() =>
        Assert.Empty(Groups(Some.Evidence("1", "near_text:77", "call 77 now", second: 0))[0].Posts[0].Marks);

    [Fact]
    public void An_account_that_is_no_member_has_no_handle() =>
        Assert.Null(Groups(Some.Evidence("stranger", "hashtag:vote", "hi", second: 0))[0].Posts[0].Handle);

    [Fact]
    public void A_value_may_hold_colons() =>
        Assert.Equal("plaza:123", Groups(Some.Evidence("1", "reply_target:plaza:123", "no", second: 0))[0].Value);

    private static IReadOnlyList<SharedGroup> Groups(params Evidence[] evidence) =>
        SharedGroup.Of(Some.Signal() with { Members = [Some.Member("1", "one"), Some.Member("2", "two")], Evidence = evidence });
}
