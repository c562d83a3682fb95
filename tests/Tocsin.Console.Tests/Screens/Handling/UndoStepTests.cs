using Tocsin.Console.Screens.Handling;

namespace Tocsin.Console.Tests.Screens.Handling;

public sealed class UndoStepTests
{
    private static readonly SignalTarget Target = new("N-7F3K2M", 12);

    public static TheoryData<string> Steps => [.. new[]
    {
        UndoStep.OfDecision(42), UndoStep.OfSnooze(Target), UndoStep.OfHold(Target), UndoStep.OfLabel(7, Target), UndoStep.OfTag(8, Target),
        UndoStep.OfAssignment(Target, null), UndoStep.OfAssignment(Target, "0b54-ana"),
    }.Select(step => step.ToString())];

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_reads_back_as_it_was_written(string step) => Assert.Equal(step, UndoStep.Parse(step)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("d:")]
    [InlineData("d:-1")]
    [InlineData("x:1")]
    [InlineData("s:N-7F3K2M")]
    [InlineData("a:N-7F3K2M.1")]
    [InlineData("dd:1")]
    public void What_is_no_step_is_none(string? text) => Assert.Null(UndoStep.Parse(text));

    [Theory]
    [InlineData("N-7F3K2M.4", "N-7F3K2M", 4)]
    [InlineData("N.with.dots.0", "N.with.dots", 0)]
    public void A_target_is_an_id_with_the_version_that_was_seen(string text, string id, int version) =>
        Assert.Equal(new SignalTarget(id, version), SignalTarget.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("N-7F3K2M")]
    [InlineData(".4")]
    [InlineData("N-7F3K2M.-4")]
    [InlineData("N-7F3K2M.")]
    public void Without_a_version_it_is_no_target(string? text) => Assert.Null(SignalTarget.Parse(text));
}
