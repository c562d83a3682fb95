using Tocsin.Core;
using Tocsin.Lake.Import;
using Tocsin.Lake.Import.Formats;

namespace Tocsin.Lake.Tests.Import;

public sealed class MapTests : IDisposable
{
    private const string Familiar = "post_id,user_id,created_at,message,link\n1,ada,2026-03-01T09:00:00Z,hello,https://news.example/a\n";
    private readonly Inbox _inbox = new();

    public void Dispose() => _inbox.Dispose();

    [Fact]
    public async Task Familiar_fields_get_a_suggested_map_in_the_problem()
    {
        var path = _inbox.Put("table.csv", Familiar);

        var problem = await Assert.ThrowsAsync<Problem>(() => _inbox.Import(path));

        Assert.Contains("posts", problem.What);
        Assert.Contains("user_id", problem.Where);
        Assert.Contains("account: user_id", problem.Hint);
        Assert.Contains("time: created_at", problem.Hint);
    }

    [Fact]
    public async Task The_suggested_map_works_as_it_stands()
    {
        var path = _inbox.Put("table.csv", Familiar);
        var problem = await Assert.ThrowsAsync<Problem>(() => _inbox.Import(path));
        var map = EventMap.Parse(problem.Hint[problem.Hint.IndexOf('#')..], "map.yaml");

        await _inbox.Import(path, new ImportOptions { Map = map });

        Assert.Equal(("1", "ada", "hello"), (_inbox.Events[0].Event.Id, _inbox.Events[0].Event.AccountId, _inbox.Events[0].Event.Text));
    }

    [Fact]
    public async Task Naming_generic_takes_the_suggestion_at_once()
    {
        var summary = await _inbox.Import(_inbox.Put("table.csv", Familiar), new ImportOptions { Format = "generic" });

        Assert.Equal(1, summary.Imported);
    }

    [Fact]
    public async Task Unfamiliar_fields_get_no_map_but_a_hint()
    {
        var problem = await Assert.ThrowsAsync<Problem>(() => _inbox.Import(_inbox.Put("t.csv", "alpha,beta\n1,2\n")));

        Assert.Contains("alpha, beta", problem.Where);
        Assert.Contains("--map", problem.Hint);
    }

    [Fact]
    public async Task A_dotted_field_leads_into_objects_and_records_into_the_document()
    {
        var path = _inbox.Put("nested.json", """{"data":{"items":[{"who":{"id":7},"at":"2026-03-01","say":"hi"}]}}""");
        var map = EventMap.Parse("records: data.items\nfields: {account: who.id, time: at, text: say}", "map.yaml");

        await _inbox.Import(path, new ImportOptions { Map = map });

        Assert.Equal(("7", "hi"), (_inbox.Events[0].Event.AccountId, _inbox.Events[0].Event.Text));
    }

    [Theory]
    [InlineData("fields: {account: a}", "time")]
    [InlineData("fields: {account: a, time: t, colour: c}", "colour")]
    [InlineData("fields: {account: a, time: t}\ntime: {zone: Middle/Earth}", "Middle/Earth")]
    [InlineData("fields: {account: a, time: t}\nkinds: {x: shout}", "shout")]
    [InlineData("fields: [", "cannot be read")]
    [InlineData("feilds: {}", "cannot be read")]
    public void A_wrong_map_is_told_what_is_wrong(string yaml, string expected) =>
        Assert.Contains(expected, Assert.Throws<Problem>(() => EventMap.Parse(yaml, "map.yaml")).Message);

    [Theory]
    [InlineData("[a, b]", "a", "b")]
    [InlineData("['a,1', \"b\"]", "a,1", "b")]
    [InlineData("a|b", "a", "b")]
    [InlineData("{a,b}", "a", "b")]
    [InlineData("a", "a")]
    [InlineData("[]")]
    public void A_cell_can_hold_a_list(string cell, params string[] items) => Assert.Equal(items, ListCell.Split(cell));
}
