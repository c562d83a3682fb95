using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Extraction;
using Tocsin.Core.Events.Hunting;
using Tocsin.Core.Tests.Events.Text;

namespace Tocsin.Core.Tests.Events.Hunting;

public class HuntQueryProperties
{
    private static readonly string[] Pieces =
    [
        " ", " ", "-", "(", ")", "\"", "\\", "“", " OR ", " AND ", "NOT ", "*", ":", "#", "@", "cat", "東京", "é", "domain:", "url:", "account:", "kind:",
        "reply", "lang:", "hxxps://evil[.]com/", "a(b)", "evil[.]com", "x@y.com", "(at)", "[.]", "🔥", "\t", "emoji:", "phone:", "+442079460958", "ip:", "::1",
    ];

    private static readonly Arbitrary<string> Typed = Gen.OneOf(Gen.Elements(Pieces), Gen.Elements(Pieces), Texts.Hostile.Generator)
        .ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Any_text_reads_or_is_pointed_at() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(Typed, text =>
        HuntQuery.TryParse(text, out var query, out var error)
            ? query.Marks(text).All(span => span.Length > 0 && span.End <= text.Length)
            : error.Position >= 0 && error.Length >= 0 && error.Position + error.Length <= text.Length && error.ToProblem(text).Hint.Length > 0));

    [Fact]
    public void The_canonical_text_reads_as_the_same() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(Typed, text =>
        !HuntQuery.TryParse(text, out var query, out _) || HuntQuery.Parse(query.ToString()).ToString() == query.ToString()));

    [Fact]
    public void Every_value_that_a_text_carries_can_be_asked_for() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Texts.Hostile, text =>
        Carried(text).All(value => HuntQuery.Parse(HuntQuery.Of(value.Kind, value.Value).ToString()).Equals(HuntQuery.Of(value.Kind, value.Value)))));

    [Fact]
    public void Marks_are_in_order_and_apart() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Texts.Hostile, text =>
    {
        var marks = HuntQuery.Parse("a OR 1 OR 你 OR \"a a\" OR htt*").Marks(text);
        return marks.Zip(marks.Skip(1)).All(pair => pair.First.End < pair.Second.Start);
    }));

    private static IReadOnlyList<Observable> Carried(string text) => ObservableExtractor.Enrich(new(
        new Event { Platform = "x", Id = "1", AccountId = "a", Time = DateTimeOffset.UnixEpoch, Text = text, TargetId = "9", Kind = EventKind.Reply },
        new AccountProfile { Platform = "x", Id = "a" }, [])).Observables;
}
