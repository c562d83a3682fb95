using Tocsin.Cli.Frame;
using Tocsin.Cli.Signals;

namespace Tocsin.Cli.Tests.Signals;

public class SignalTableTests
{
    [Fact]
    public void Ranked_signals_read_well_in_100_columns()
    {
        using var output = new StringWriter();

        SignalTable.Print([Some.Signal(), Some.Signal(250) with { Id = "N-AAAAA", Active = false }], new Terminal(output, TextWriter.Null));

        var lines = output.ToString().TrimEnd().Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
        Assert.Matches(@"^\s+#\s+signal\s+score\s+likelihood\s+accounts\s+claim$", lines[0]);
        Assert.Matches(@"^\s+1\s+N-7F3K2\s+87\.3\s+very likely\s+3\s+3 accounts shared 23 links", lines[1]);
        Assert.Contains("no longer active", output.ToString());
    }
}
