namespace Tocsin.Cli.Frame;

/// <summary>
/// Where a command writes. Data goes to <see cref="Out"/>; errors, progress and advice go to <see cref="Error"/>.
/// Colour and progress appear only where a person watches.
/// </summary>
/// <param name="Width">Columns that output is laid out for.</param>
/// <param name="Colour">Whether <paramref name="Out"/> may carry ANSI colour.</param>
/// <param name="Live">Whether <paramref name="Error"/> is a terminal, on which a progress line may be redrawn.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, int Width = Terminal.DefaultWidth, bool Colour = false, bool Live = false)
{
    /// <summary>The width output is laid out for where there is no terminal to ask.</summary>
    public const int DefaultWidth = 100;
    private const int Narrowest = 60;

    public TextReader In { get; init; } = TextReader.Null;

    public static Terminal OfProcess()
    {
        var output = !System.Console.IsOutputRedirected;
        var plain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new(
            Buffered(System.Console.OpenStandardOutput()),
            System.Console.Error,
            output ? Math.Max(Narrowest, WidthOfConsole()) : DefaultWidth,
            output && !plain,
            !System.Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb");
    }

    private static StreamWriter Buffered(Stream stream) => new(stream, bufferSize: 16 * 1024) { AutoFlush = false };

    /// <summary>A terminal that does not know its width says 0.</summary>
    private static int WidthOfConsole() => System.Console.WindowWidth is > 0 and var width ? width : DefaultWidth;
}
