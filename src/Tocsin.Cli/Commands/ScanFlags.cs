using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Tocsin.Cli.Frame;
using Tocsin.Core.Detection;
using Tocsin.Core.Events;

namespace Tocsin.Cli.Commands;

/// <summary>The range of time to look at: the options of <c>scan</c> and <c>analyze</c>.</summary>
internal static class ScanFlags
{
    public static readonly Option<DateTimeOffset?> From = Time("--from", "Look at events from this time on, e.g. 2026-03-02 or 2026-03-02T10:00Z");
    public static readonly Option<DateTimeOffset?> To = Time("--to", "Look at events before this time");

    public static ScanOptions Of(Invocation call)
    {
        var range = new TimeRange(call.Get(From) ?? DateTimeOffset.MinValue, call.Get(To) ?? DateTimeOffset.MaxValue);
        return range.From < range.Until
            ? new() { Range = range }
            : throw new WrongUse("--from is not before --to", $"{range.From:u} … {range.Until:u}", "swap them, or leave one out");
    }

    private static Option<DateTimeOffset?> Time(string name, string description) =>
        new(name) { Description = description, HelpName = "TIME", CustomParser = Parse };

    /// <summary>Times without a zone are UTC.</summary>
    private static DateTimeOffset? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (DateTimeOffset.TryParse(text, null, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)) return time;
        argument.AddError($"'{text}' is not a time; write 2026-03-02 or 2026-03-02T10:00Z");
        return null;
    }
}
