using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Tocsin.Console.Screens.Hunts;

namespace Tocsin.Console.Tests.Screens.Hunts;

public sealed class HuntAddressTests
{
    [Theory]
    [InlineData("/hunt")]
    [InlineData("/hunt?q=a%20%26%20b%20%3Cscript%3E&range=7d&compare=1&view=table&field=domain&saved=12")]
    [InlineData("/hunt?q=%23vote&from=2026-03-02T10:00:00Z&to=2026-03-04T00:00:00Z&view=chart")]
    public void Every_state_is_an_address_and_comes_back(string address)
    {
        var (read, wrong) = Read(address);
        Assert.Null(wrong);
        Assert.Equal(read, Read(read.ToString()).Address);
        Assert.Equal(QueryHelpers.ParseQuery(QueryOf(address)), QueryHelpers.ParseQuery(QueryOf(read.ToString())));
    }

    [Fact]
    public void A_wrong_range_is_told_and_the_rest_is_kept()
    {
        var (read, wrong) = Read("/hunt?q=cat&from=never&view=top");
        Assert.NotNull(wrong);
        Assert.Equal(("cat", HuntView.Top, true), (read.Query, read.View, read.Range.IsAll));
    }

    [Theory]
    [InlineData("view=7")]
    [InlineData("view=nonsense")]
    [InlineData("saved=abc")]
    public void What_it_does_not_know_it_leaves(string parameter) => Assert.Equal(HuntAddress.Of("cat"), Read($"/hunt?q=cat&{parameter}").Address);

    [Fact]
    public void A_saved_hunt_keeps_its_choices_without_query_and_name() =>
        Assert.Equal("?range=7d&compare=1&view=chart", Read("/hunt?q=cat&range=7d&compare=1&view=chart&saved=3").Address.Choices);

    [Fact]
    public void Fragments_and_exports_are_of_the_same_hunt() =>
        Assert.Equal("/hunt/posts?q=cat&range=7d&cursor=x%3D", Read("/hunt?q=cat&range=7d").Address.To("/hunt/posts", ("cursor", "x=")));

    private static (HuntAddress Address, Core.Problem? Wrong) Read(string address) =>
        HuntAddress.Read(new QueryCollection(QueryHelpers.ParseQuery(QueryOf(address))), TimeZoneInfo.Utc);

    private static string QueryOf(string address) => address.Contains('?') ? address[address.IndexOf('?')..] : "";
}
