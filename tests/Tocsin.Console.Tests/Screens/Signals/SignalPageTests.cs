using System.Net;
using Tocsin.Console.Security.Access;
using Tocsin.Core.Assessment;
using Tocsin.Core.Detection;
using Tocsin.Core.Events;

namespace Tocsin.Console.Tests.Screens.Signals;

public sealed class SignalPageTests
{
    [Fact]
    public async Task The_page_says_why_without_script()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var client = await console.SignedInAsync(PersonRole.Viewer);
        var state = (await console.WorstAsync(1))[0];
        var signal = (await console.Queue().FindAsync(state.Id))!.Signal;
        var page = await client.ReadAsync($"/signals/{state.Id}");
        Assert.Contains(signal.Claim, page);
        Assert.Contains(signal.Likelihood.Text(), page);
        Assert.Contains(NetworkConfidence.Of(signal).Word + " confidence", page);
        Assert.All(signal.Benign, explanation => Assert.Contains(explanation.Finding, page));
        Assert.All(signal.Evidence, evidence => Assert.Contains(evidence.Sha256, page));
        Assert.All(signal.Ttps, ttp => Assert.Contains(ttp.Id, page));
        Assert.Contains("<mark>", page);
        Assert.Contains("<svg class=\"sketch\"", page);
        Assert.Contains("Nobody has judged a signal of “coordination” yet", page);
    }

    [Fact]
    public async Task What_people_do_shows_on_it()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        var signal = (await console.WorstAsync(1))[0];
        await client.ActAsync("/queue", "label", ("signal", signal.Target()), ("text", "election"), ("reason", "two weeks before the vote"), ("days", "30"));
        await client.ActAsync("/queue", "tag", ("signal", signal.Target()), ("text", "read again"));
        await client.ActAsync("/queue", "comment", ("signal", signal.Target()), ("text", "see https://evil.example/x"));
        var now = await console.StateAsync(signal.Id);
        await client.ActAsync("/queue", "decide", ("signal", now.Target()), ("kind", "true_positive"), ("reason", "plain"));
        var page = await client.ReadAsync($"/signals/{signal.Id}");
        Assert.Contains("election", page);
        Assert.Contains("read again", page);
        Assert.Contains("hxxps://evil[.]example/x", page);
        Assert.Contains("decided: True positive", page);
        Assert.Contains("100 %", page);
        using var other = await console.SignedInAsync(PersonRole.Lead);
        Assert.DoesNotContain("read again", await other.ReadAsync($"/signals/{signal.Id}"));
    }

    [Theory]
    [InlineData("/signals/N-NOSUCH")]
    [InlineData("/signals/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task A_signal_that_is_not_there_is_said_so(string address)
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Viewer);
        using var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("There is no such signal", html);
        Assert.DoesNotContain("<script>alert", html);
    }

    [Fact]
    public async Task Texts_from_outside_are_text_on_every_screen()
    {
        const string Script = "<script>alert(1)</script>";
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        string[] texts = [Script, "javascript:alert(1) https://evil.example/<img src=x onerror=alert(1)>", "gnp.\u202Eexe\u202C\u2066", new string('A', 50_000) + Script];
        console.Save(Some.Signal("N-HOSTILE") with
        {
            Claim = $"2 accounts used the same hashtag {Script}.",
            Reasons = [new Reason("hashtag", $"Members shared “https://evil.example/{Script}\u202E”.", 1)],
            Benign = [new BenignExplanation("fandom", 0.1, $"4 % name “{Script}”.")],
            Members = [.. texts.Select((text, i) => new Member(Keys.Of("plaza", $"{i}"), "plaza", text, text, Role.Seeder, 10, 1))],
            Evidence = [.. texts.Select((text, i) => new Evidence((ulong)i, "plaza", text, text, Some.Noon.AddSeconds(i), text, $"domain:{text}", new string('b', 64)))],
            Ties = [new Tie(Keys.Of("plaza", "3"), Keys.Of("plaza", "0"), 9, 0.9, [new TieKind(ObservableKind.Domain, 20, 0.1, 9, 3)])],
        });
        foreach (var page in (string[])["/", "/queue", "/queue?at=N-HOSTILE", "/queue/preview/N-HOSTILE", "/signals/N-HOSTILE"])
        {
            var html = await client.GetStringAsync(page);
            Assert.DoesNotContain(Script, html);
            Assert.DoesNotContain("<img src=x", html);
            Assert.DoesNotContain("href=\"javascript:", html);
            Assert.DoesNotContain("href=\"https://evil", html);
            Assert.DoesNotContain("https://evil.example", WebUtility.HtmlDecode(html));
            Assert.DoesNotContain('\u202E', WebUtility.HtmlDecode(html));
            Assert.True(html.Length < 400_000, $"{page}: {html.Length} characters");
        }
    }

    [Fact]
    public async Task Its_tables_can_be_taken_along_and_run_nothing()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Viewer);
        console.Save(Some.Signal("N-TABLES") with
        {
            Members = [Some.Member("1", "=HYPERLINK(\"http://evil\")")],
            Evidence = [Some.Evidence("1", "hashtag:vote", "a, \"quoted\"\nline", second: 1)],
        });
        Assert.Equal(
            "platform,account,handle,role,bits,stability\r\nplaza,1,\"'=HYPERLINK(\"\"http://evil\"\")\",member,40,1\r\n",
            await client.GetStringAsync("/signals/N-TABLES/members.csv"));
        var evidence = await client.GetStringAsync("/signals/N-TABLES/evidence.csv");
        Assert.Contains("\"a, \"\"quoted\"\"\nline\"", evidence);
        Assert.Contains(new string('a', 64), evidence);
    }

    [Fact]
    public async Task Precision_counts_what_was_judged_right_and_wrong_alone()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        string[] kinds = ["true_positive", "benign_true_positive", "false_positive", "inconclusive"];
        console.Save([.. kinds.Select((_, i) => Some.Signal($"N-{i}"))]);
        for (var i = 0; i < kinds.Length; i++)
            await client.ActAsync("/queue", "decide", ("signal", $"N-{i}.1"), ("kind", kinds[i]), ("reason", "because"));
        var page = await client.ReadAsync("/signals/N-0");
        Assert.Contains("67 %", page);
        Assert.Contains("of 3 judged signals", page);
    }
}
