using Spectre.Console;
using Spectre.Console.Rendering;

namespace Tocsin.Cli.Frame;

/// <summary>A column of a table. Exactly what fits is shown: cells wrap at words unless <paramref name="Wrap"/> is false.</summary>
internal sealed record Column(string Title, bool Right = false, bool Wrap = true);

/// <summary>
/// Headings, prose and tables, laid out for the terminal's width. What is said is complete without colour.
/// Everything passes <see cref="Plain.Line(string)"/>.
/// </summary>
internal sealed class Page(Terminal terminal)
{
    private const int Indent = 2;
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Faint = new(decoration: Decoration.Dim);

    public Page Heading(string text)
    {
        Render(new Text(Plain.Line(text), Strong));
        return this;
    }

    public Page Prose(string text)
    {
        Render(Indented(new Text(Plain.Line(text))));
        return this;
    }

    public Page Break()
    {
        terminal.Out.WriteLine();
        return this;
    }

    /// <summary>Labels on the left, what they say on the right.</summary>
    public Page Facts(params IEnumerable<(string Label, string Text)> facts)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        foreach (var (label, text) in facts) grid.AddRow(new Text(label, Faint), new Text(Plain.Line(text)));
        Render(Indented(grid));
        return this;
    }

    public Page Table(IReadOnlyList<Column> columns, IEnumerable<string[]> rows)
    {
        var table = new Table().NoBorder();
        foreach (var column in columns) table.AddColumn(Lay(column, last: ReferenceEquals(column, columns[^1])));
        foreach (var row in rows) table.AddRow(row.Select(cell => new Text(Plain.Line(cell))));
        Render(Indented(table));
        return this;
    }

    private static TableColumn Lay(Column column, bool last)
    {
        var laid = new TableColumn(new Text(column.Title, Faint)) { NoWrap = !column.Wrap, Padding = new(0, 0, last ? 0 : 2, 0) };
        return column.Right ? laid.RightAligned() : laid;
    }

    private static Padder Indented(IRenderable content) => new(content, new(Indent, 0, 0, 0));

    /// <summary>Rendered to memory first, because the layout pads every line with blanks to the full width.</summary>
    private void Render(IRenderable content)
    {
        using var rendered = new StringWriter();
        var console = AnsiConsole.Create(new()
        {
            Ansi = terminal.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new Output(rendered, terminal.Width),
        });
        console.Write(content);
        foreach (var line in rendered.ToString().TrimEnd('\r', '\n').Split('\n')) terminal.Out.WriteLine(line.TrimEnd());
    }

    private sealed class Output(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => false;

        public int Width => width;

        public int Height => int.MaxValue;

        public void SetEncoding(System.Text.Encoding encoding)
        {
            // A string has no encoding.
        }
    }
}
