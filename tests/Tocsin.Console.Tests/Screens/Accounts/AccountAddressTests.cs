using Tocsin.Console.Screens.Accounts;

namespace Tocsin.Console.Tests.Screens.Accounts;

public sealed class AccountAddressTests
{
    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("did:plc:z72i7hdynmk6r22z27h6tvur", "did:plc:z72i7hdynmk6r22z27h6tvur")]
    [InlineData("maria@example.social", "maria@example.social")]
    [InlineData("a/b", "a~2fb")]
    [InlineData("..", "~2e.")]
    [InlineData(".", "~2e")]
    [InlineData("100%", "100~25")]
    [InlineData("a~b", "a~7eb")]
    [InlineData("é ?#", "~c3~a9~20~3f~23")]
    [InlineData("🔥", "~f0~9f~94~a5")]
    public void A_name_is_one_segment_and_comes_back(string name, string segment)
    {
        Assert.Equal(segment, AccountAddress.Segment(name));
        Assert.Equal(name, AccountAddress.Name(segment));
    }

    [Theory]
    [InlineData("a~b", "a~b")]
    [InlineData("~", "~")]
    [InlineData("é~2fü🔥", "é/ü🔥")]
    public void What_escapes_nothing_stands_for_itself(string segment, string name) => Assert.Equal(name, AccountAddress.Name(segment));

    [Fact]
    public void The_page_has_platform_and_id() => Assert.Equal("/accounts/x/~3cscript~3e", AccountAddress.Of("x", "<script>"));
}
