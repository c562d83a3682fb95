using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Screens.Accounts;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Tests.Screens.Hunts;
using Tocsin.Core.Events;

namespace Tocsin.Console.Tests.Screens.Accounts;

public sealed partial class AccountScreenTests : IAsyncLifetime
{
    private RunningConsole _console = null!;
    private HttpClient _analyst = null!;

    public async ValueTask InitializeAsync()
    {
        _console = await RunningConsole.StartWithSignalsAsync();
        _analyst = await _console.SignedInAsync(PersonRole.Analyst);
    }

    public async ValueTask DisposeAsync()
    {
        _analyst.Dispose();
        await _console.DisposeAsync();
    }

    [Fact]
    public async Task The_list_leads_to_the_account_and_pages_hold_each_once()
    {
        var seen = new List<string>();
        for (var next = "/accounts"; next is not null && seen.Count < 200;)
        {
            var page = await _analyst.GetStringAsync(next);
            seen.AddRange(AccountLink().Matches(page).Select(match => match.Groups["href"].Value));
            next = NextLink().Match(page) is { Success: true } link ? WebUtility.HtmlDecode(link.Groups["href"].Value) : null;
        }
        Assert.Equal(200, seen.Distinct().Count());
        Assert.Contains("Activity", await _analyst.ReadAsync(seen[0]));
    }

    [Fact]
    public async Task The_page_tells_who_it_is_and_the_signals_it_is_in()
    {
        var (signal, member) = await MemberAsync();
        var page = await _analyst.ReadAsync(AccountAddress.Of(member.Platform, member.AccountId));
        Assert.Contains(member.Handle!, page);
        Assert.Contains(signal.Claim, page);
        Assert.Contains($"/signals/{signal.Id}", page);
        Assert.Contains("rank ", page);
    }

    [Fact]
    public async Task Whole_it_holds_what_comes_later_otherwise()
    {
        var (signal, member) = await MemberAsync();
        var page = await _analyst.ReadAsync(AccountAddress.Of(member.Platform, member.AccountId) + "?whole");
        Assert.DoesNotContain("class=\"later\"", page);
        Assert.Contains("Acts per day", page);
        Assert.Contains("Alike", page);
        var others = signal.Members.Where(other => other.Account != member.Account).Select(other => AccountAddress.Of(other.Platform, other.AccountId));
        Assert.Contains(others, page.Contains);   // who acts with it is of its network
    }

    [Fact]
    public async Task A_label_is_added_with_reason_and_end_and_taken_away_and_both_are_told()
    {
        var (_, member) = await MemberAsync();
        var path = AccountAddress.Of(member.Platform, member.AccountId);
        using (var added = await _analyst.SubmitAsync(path, path + "/labels", ("text", "known bot"), ("reason", "its owner says so"), ("days", "30")))
            Assert.Equal(path, added.Where());
        var label = Assert.Single(await LabelsAsync(member.Account));
        Assert.Equal(("known bot", "its owner says so"), (label.Text, label.Reason));
        Assert.Equal(30, (label.Expires!.Value - label.At).TotalDays, 1);
        Assert.Contains("known bot", await _analyst.ReadAsync(path));

        using (var removed = await _analyst.SubmitAsync(path, $"{path}/labels/{label.Id}/remove")) Assert.Equal(path, removed.Where());
        Assert.Empty(await LabelsAsync(member.Account));
        var page = await _analyst.ReadAsync(path);
        Assert.Contains("took a label away", page);
        Assert.Contains("known bot: its owner says so", page);
    }

    [Theory]
    [InlineData("", "reason", "30")]
    [InlineData("label", "", "30")]
    [InlineData("label", "reason", "forever")]
    public async Task A_label_without_words_reason_or_term_is_refused(string text, string reason, string days)
    {
        var (_, member) = await MemberAsync();
        var path = AccountAddress.Of(member.Platform, member.AccountId);
        using var refused = await _analyst.SubmitAsync(path, path + "/labels", ("text", text), ("reason", reason), ("days", days));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(await LabelsAsync(member.Account));
    }

    [Fact]
    public async Task A_label_of_another_account_is_not_taken_away_from_here()
    {
        var (signal, member) = await MemberAsync();
        var other = signal.Members.First(one => one.Account != member.Account);
        var label = await _console.Services.GetRequiredService<Triage>().AddLabelAsync(Actor.System, Subject.Account(other.Account), "l", "r");
        var path = AccountAddress.Of(member.Platform, member.AccountId);
        using var refused = await _analyst.SubmitAsync(path, $"{path}/labels/{label.Id}/remove");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Single(await LabelsAsync(other.Account));
    }

    [Fact]
    public async Task A_comment_stays_with_the_account()
    {
        var (_, member) = await MemberAsync();
        var path = AccountAddress.Of(member.Platform, member.AccountId);
        using var said = await _analyst.SubmitAsync(path, path + "/comments", ("text", "<b>seen before</b>"));
        Assert.Equal(path, said.Where());
        Assert.Contains("&lt;b&gt;seen before&lt;/b&gt;", await _analyst.GetStringAsync(path));
    }

    [Fact]
    public async Task A_viewer_reads_and_writes_nothing()
    {
        using var viewer = await _console.SignedInAsync(PersonRole.Viewer);
        var (_, member) = await MemberAsync();
        var path = AccountAddress.Of(member.Platform, member.AccountId);
        Assert.DoesNotContain("Add label", await viewer.GetStringAsync(path));
        foreach (var write in (string[])["/labels", "/labels/1/remove", "/comments"])
        {
            using var refused = await viewer.PostAsync(path + write, Browsing.Form(("text", "t"), ("reason", "r"), ("days", "1")));
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    [Theory]
    [InlineData("a/b?c#d%2F..")]
    [InlineData("..")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("名前 🔥~7e")]
    public async Task Ids_of_any_characters_have_pages_of_their_own(string id)
    {
        HuntConsole.Write(_console, [HuntConsole.Post("odd", id, TimeSpan.Zero, HuntConsole.Hostile, "odd/platform", handle: "odd\u202Eone")]);
        var path = AccountAddress.Of("odd/platform", id);
        var page = await _analyst.GetStringAsync(path + "?whole");
        Assert.Contains("odd⟨U+202E⟩one", WebUtility.HtmlDecode(page));
        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotContain("<script>document", page);
        using var said = await _analyst.SubmitAsync(path, path + "/comments", ("text", "here"));
        Assert.Single(await _console.Services.GetRequiredService<AccountComments>().ListAsync(Keys.Of("odd/platform", id)));
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_not_found()
    {
        using var answer = await _analyst.GetAsync("/accounts/plaza/nobody");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such account here", await answer.Content.ReadAsStringAsync());
    }

    private async Task<(Core.Detection.Signal Signal, Core.Detection.Member Member)> MemberAsync()
    {
        var queue = _console.Services.GetRequiredService<SignalQueue>();
        var file = (await queue.FindAsync((await queue.ListAsync(new())).Items[0].Id))!;
        return (file.Signal, file.Signal.Members[0]);
    }

    private Task<IReadOnlyList<Label>> LabelsAsync(ulong account) => _console.Services.GetRequiredService<Triage>().LabelsOfAsync(Subject.Account(account));

    [GeneratedRegex("class=\"author plain\" href=\"(?<href>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AccountLink();

    [GeneratedRegex("rel=\"next\" href=\"(?<href>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NextLink();
}
