using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core;

namespace Tocsin.Lake.Tests.Import;

public sealed class ImportProperties
{
    private static readonly byte[][] Examples = [.. Directory.GetFiles(Inbox.Example(string.Empty)).Order().Select(File.ReadAllBytes)];

    [Fact]
    public void Arbitrary_bytes_never_crash_a_reader() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll<byte[]>(Survives));

    [Fact]
    public void Damaged_examples_never_crash_a_format() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(600), Prop.ForAll(Damaged().ToArbitrary(), Survives));

    [Fact]
    public void Any_text_survives_the_way_through_every_kind_of_file() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll<string[]>(texts =>
        {
            string[] written = ["first", .. texts.Select(Clean).Where(text => text.Length > 0)];
            return written.SequenceEqual(Read(Lines(written))) && written.SequenceEqual(Read(Document(written)))
                && written.SequenceEqual(Read(Table(written, ','))) && written.SequenceEqual(Read(Table(written, '\t')));
        }));

    private static bool Survives(byte[] content)
    {
        using var inbox = new Inbox();
        try
        {
            var summary = inbox.Import(inbox.Put("file", content)).GetAwaiter().GetResult();
            return summary.Rejected == inbox.Rejects.Count && summary.Imported == inbox.Events.Count;
        }
        catch (Problem problem)
        {
            return problem.Hint.Length > 0;
        }
    }

    private static IEnumerable<string?> Read(string content)
    {
        using var inbox = new Inbox();
        if (inbox.Import(inbox.Put("file", content)).GetAwaiter().GetResult().Rejected > 0)
            return [null];
        return [.. inbox.Events.Select(row => row.Event.Text)];
    }

    /// <summary>An example with some bytes changed, cut out, or put in twice.</summary>
    private static Gen<byte[]> Damaged() =>
        from example in Gen.Elements(Examples)
        from edits in Gen.ListOf(
            from at in Gen.Choose(0, example.Length - 1)
            from length in Gen.Choose(0, 40)
            from value in Gen.Elements("\"\\{}[],:\0\n\t0€".ToCharArray())
            from how in Gen.Choose(0, 2)
            select (at, length, value, how))
        select edits.Aggregate(example, (bytes, edit) => Edit(bytes, edit.at, edit.length, edit.value, edit.how));

    private static byte[] Edit(byte[] bytes, int at, int length, char value, int how)
    {
        at = Math.Min(at, bytes.Length);
        var end = Math.Min(at + length, bytes.Length);
        return how switch
        {
            0 => [.. bytes[..at], .. bytes[end..]],
            1 => [.. bytes[..end], .. bytes[at..]],
            _ => [.. bytes[..at], .. Encoding.UTF8.GetBytes([value]), .. bytes[at..]],
        };
    }

    /// <summary>Without what no file can hold (unpaired surrogates) or a reader changes on purpose (NUL).</summary>
    private static string Clean(string? text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? string.Empty)).Replace("\0", string.Empty);

    private static string Lines(string[] texts) =>
        string.Concat(texts.Select((text, id) => Record(id, text) + "\n"));

    private static string Document(string[] texts) => $"[{string.Join(",\n", texts.Select((text, id) => Record(id, text)))}]";

    private static string Record(int id, string text) =>
        JsonSerializer.Serialize(new { id = $"{id}", account = "a", ts = "2026-03-01T09:00Z", text });

    private static string Table(string[] texts, char delimiter) =>
        string.Join(delimiter, "id", "account", "ts", "text") + "\n" + string.Concat(texts.Select((text, id) =>
            string.Join(delimiter, $"{id}", "a", "2026-03-01T09:00Z", $"\"{text.Replace("\"", "\"\"")}\"") + "\n"));
}
