namespace Tocsin.Lake.Import.Formats;

/// <summary>
/// How one source writes its events. A format says how much a record looks like its own, and turns a record into
/// events. It never throws on content: what is missing, <see cref="Sink.Add"/> rejects with the reason.
/// </summary>
internal interface IFormat
{
    /// <summary>What <c>--format</c> takes.</summary>
    string Name { get; }

    /// <summary>What it is, for people.</summary>
    string Title { get; }

    /// <summary>Where records stand inside a JSON document, beside lines and the root array.</summary>
    IReadOnlyList<string> Containers => [];

    /// <summary>0 (another format) to 100 (certainly this one), judged by field names.</summary>
    int Score(Fields row);

    void Read(Fields row, Sink sink);
}
