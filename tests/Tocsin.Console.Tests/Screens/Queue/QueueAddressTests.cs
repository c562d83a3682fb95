using Microsoft.AspNetCore.WebUtilities;
using Tocsin.Console.Screens.Queue;

namespace Tocsin.Console.Tests.Screens.Queue;

public sealed class QueueAddressTests
{
    [Fact]
    public void The_usual_view_has_a_plain_address() => Assert.Equal("/queue", Parse("").Href);

    [Theory]
    [InlineData("?q=housing%20bill&state=open&severity=critical&severity=high&sort=updated&at=N-VSVXDZ")]
    [InlineData("?label=a%26b%3Dc&tag=%3Cscript%3E")]
    public void An_address_reads_back_as_it_was_written(string query) => Assert.Equal("/queue" + query, Parse(query).Href);

    [Fact]
    public void The_order_in_which_filters_were_chosen_does_not_show()
    {
        var one = Parse("").Toggle("severity", "high").Toggle("kind", "network").Toggle("severity", "critical");
        Assert.Equal(one, Parse("?kind=network&severity=critical&severity=high"));
    }

    [Fact]
    public void Choosing_a_value_twice_lets_go_of_it() => Assert.Equal("/queue", Parse("").Toggle("severity", "high").Toggle("severity", "high").Href);

    [Theory]
    [InlineData("?nonsense=1&sort=drop&after=&at=&severity=")]
    [InlineData("?q=%20")]
    public void What_means_nothing_is_ignored(string query) => Assert.Equal("/queue", Parse(query).Href);

    [Fact]
    public void Another_filter_starts_again_at_the_first_page() => Assert.Equal("/queue?severity=high", Parse("?after=abc").Toggle("severity", "high").Href);

    [Fact]
    public void Choosing_a_signal_keeps_the_page() => Assert.Equal("/queue?after=abc&at=N-1", Parse("?after=abc").Select("N-1").Href);

    [Fact]
    public void Values_without_end_are_cut() => Assert.True(Parse("?q=" + new string('x', 50_000)).Href.Length < 300);

    [Theory]
    [InlineData("a&b=c?d#e/f+g h%20i")]
    [InlineData("\u202Egnp.exe")]
    [InlineData("<script>alert(1)</script>")]
    public void Any_text_survives_the_address(string text)
    {
        var address = Parse("").Toggle("label", text);
        Assert.Equal(address, Parse(address.Query));
        Assert.True(Parse(address.Query).Has("label", text));
    }

    private static QueueAddress Parse(string query) => QueueAddress.Parse(QueryHelpers.ParseQuery(query));
}
