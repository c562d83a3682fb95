using Tocsin.Console.Screens.Signals;

namespace Tocsin.Console.Tests.Screens.Signals;

public sealed class SharedTextTests
{
    [Fact]
    public void Marks_the_run_of_words_that_two_texts_share() =>
        Assert.Equal(
            ["[Hands off the harbour tunnel in Bristol], my boss has had enough", "Now: [Hands off the harbour tunnel in Bristol]!!"],
            Marked(null, "Hands off the harbour tunnel in Bristol, my boss has had enough", "Now: Hands off the harbour tunnel in Bristol!!"));

    [Fact]
    public void Short_words_alone_are_not_worth_a_mark() =>
        Assert.Equal(["It is of no use to me", "What is of no use?"], Marked(null, "It is of no use to me", "What is of no use?"));

    [Fact]
    public void Two_telling_words_are_worth_a_mark() =>
        Assert.Equal(["the [housing bill] stinks", "our [Housing Bill]"], Marked(null, "the housing bill stinks", "our Housing Bill"));

    [Fact]
    public void Case_look_alikes_and_invisible_characters_do_not_hide_what_is_shared() =>
        Assert.Equal(["[free crypto bonus] now", "[FREE сrурto bo\u200Bnus] here"], Marked(null, "free crypto bonus now", "FREE сrурto bo\u200Bnus here"));

    [Fact]
    public void The_value_that_ties_them_is_marked_even_when_nothing_else_is() =>
        Assert.Equal(["so #[QuestionHour] again", "#[questionhour]"], Marked("questionhour", "so #QuestionHour again", "#questionhour"));

    [Fact]
    public void An_address_is_marked_whole_or_not_at_all() =>
        Assert.Equal(["see [https://real.example/7] now"], Marked("real.example", "see https://real.example/7 now"));

    [Fact]
    public void A_phrase_of_one_text_only_is_its_own() =>
        Assert.Equal(["nothing to see here today"], Marked(null, "nothing to see here today"));

    [Fact]
    public void A_text_that_repeats_itself_shares_nothing_with_others() =>
        Assert.Equal(["vote green party vote green party", "something else"], Marked(null, "vote green party vote green party", "something else"));

    [Fact]
    public void Scripts_without_spaces_are_compared_by_character() =>
        Assert.Equal(["今天[房价又涨了]啊", "[房价又涨了]！"], Marked(null, "今天房价又涨了啊", "房价又涨了！"));

    [Theory]
    [InlineData("")]
    [InlineData("\uD800 broken \uDC00")]
    [InlineData("\u202Egnp.exe <script>alert(1)</script> 👩‍👩‍👧 https://a.example/x://y")]
    public void Marks_lie_within_the_text_in_order_and_apart(string text)
    {
        foreach (var (marks, length) in SharedText.Mark([text, text, text + " more"], "exe").Zip([text.Length, text.Length, text.Length + 5]))
        {
            var at = -1;
            foreach (var mark in marks)
            {
                Assert.InRange(mark.Start.Value, at + 1, length - 1);
                Assert.InRange(mark.End.Value, mark.Start.Value + 1, length);
                at = mark.End.Value;
            }
        }
    }

    private static IEnumerable<string> Marked(string? value, params string[] texts) => SharedText.Mark(texts, value).Zip(texts, (marks, text) =>
        marks.Reverse().Aggregate(text, (marked, mark) => marked.Insert(mark.End.Value, "]").Insert(mark.Start.Value, "[")));
}
