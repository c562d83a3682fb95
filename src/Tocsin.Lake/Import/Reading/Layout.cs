namespace Tocsin.Lake.Import.Reading;

/// <summary>How records stand in a source.</summary>
internal sealed record Layout(string Name, Func<Stream, ImportLimits, IRecordReader> Read)
{
    public static Layout Lines { get; } = new("JSON lines", (stream, limits) => new LineReader(stream, limits));

    public static Layout Delimited { get; } = new("delimited", (stream, limits) => new DelimitedReader(stream, limits));

    /// <summary>The elements of the root array, or the values at the root.</summary>
    public static Layout Root { get; } = Document([]);

    public static Layout Document(IReadOnlyList<string> containers) =>
        new("JSON document", (stream, limits) => new JsonElementReader(stream, limits, new JsonPaths(containers)));
}
