using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Detection.Evaluation;
using Tocsin.Core.Simulation;

namespace Tocsin.Core.Tests.Detection.Evaluation;

public class FilesTests
{
    [Fact]
    public void Columns_are_found_by_name_whatever_their_order_and_optional_ones_may_be_missing()
    {
        var labels = LabelsFile.Read(new StringReader("\uFEFFlabel,Account\r\nio,17\r\norganic,\"a, \"\"b\"\"\nc\"\r\n"), "labels.csv");

        Assert.Equal([new("17", "io", "", "", 0), new("a, \"b\"\nc", "organic", "", "", 0)], labels);
    }

    [Fact]
    public void A_missing_column_is_named_with_those_that_there_are()
    {
        var problem = Assert.Throws<Problem>(() => LabelsFile.Read(new StringReader("user,label\n1,io\n"), "labels.csv"));

        Assert.Equal("There is no column “account”", problem.What);
        Assert.Contains("user, label", problem.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("high")]
    [InlineData("")]
    public void A_score_that_is_no_number_is_refused_with_its_row(string score)
    {
        var problem = Assert.Throws<Problem>(() => ScoresFile.Read(new StringReader($"account,score,group\na,1,\nb,{score},\n"), "scores.csv"));

        Assert.Equal("scores.csv, row 3", problem.Where);
    }

    [Fact]
    public void An_empty_file_is_refused() => Assert.Throws<Problem>(() => ScoresFile.Read(new StringReader(""), "scores.csv"));

    [Fact]
    public void Scores_come_back_as_they_were_written() => Check.QuickThrowOnFailure(Prop.ForAll(Fields().Zip(Fields()).ToArbitrary(), pair =>
    {
        AccountScore[] scores = [new(pair.Item1, Math.PI * pair.Item1.Length, pair.Item2), new("z", 0, "")];
        using var writer = new StringWriter();
        ScoresFile.Write(writer, scores);
        return ScoresFile.Read(new StringReader(writer.ToString()), "scores").SequenceEqual(scores);
    }));

    [Fact]
    public void The_labels_of_a_simulated_world_come_back_as_they_were_written()
    {
        var labels = Simulator.Run(new() { Accounts = SimulationOptions.FewestAccounts, Days = SimulationOptions.FewestDays }).Truth.Labels();
        using var writer = new StringWriter();
        LabelsFile.Write(writer, labels);

        Assert.Equal(labels, LabelsFile.Read(new StringReader(writer.ToString()), "labels"));
    }

    private static Gen<string> Fields() =>
        Gen.Elements('a', 'b', ',', '"', '\n', '\r', ' ', 'é', '字').ListOf().Select(letters => new string([.. letters]));
}
