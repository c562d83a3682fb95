using System.Globalization;

namespace Tocsin.Core.Detection.Evaluation;

/// <summary>Labels as CSV: <c>account,label,subtype,source,posts</c>, of which the first two are needed.</summary>
public static class LabelsFile
{
    /// <summary>Reads it all; <paramref name="where"/> is the file's name, for messages.</summary>
    /// <exception cref="Problem">A needed column is missing, or posts is not a whole number.</exception>
    public static IReadOnlyList<AccountLabel> Read(TextReader reader, string where)
    {
        var table = CsvTable.Read(reader, where);
        var (accounts, names) = (table.Column("account", required: true), table.Column("label", required: true));
        var (subtypes, sources) = (table.Column("subtype", required: false), table.Column("source", required: false));
        var posts = table.Column("posts", required: false);
        return [.. Enumerable.Range(0, table.Count).Select(row => new AccountLabel(
            accounts[row], names[row], subtypes[row], sources[row], Posts(posts[row], table.At(row))))];
    }

    public static void Write(TextWriter writer, IEnumerable<AccountLabel> labels)
    {
        writer.Write("account,label,subtype,source,posts\n");
        foreach (var label in labels)
            writer.Write(CsvTable.Line(label.Account, label.Name, label.Subtype, label.Source, label.Posts.ToString()) + "\n");
    }

    private static int Posts(string text, string where)
    {
        if (text.Length == 0) return 0;
        return int.TryParse(text, NumberStyles.None, provider: null, out var posts)
            ? posts
            : throw new Problem($"“{text}” is not a number of posts", where, "write a whole number, or leave it empty");
    }
}
