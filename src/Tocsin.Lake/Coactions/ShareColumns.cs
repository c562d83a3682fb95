using Tocsin.Core;

namespace Tocsin.Lake.Coactions;

/// <summary>Which columns of a file hold what.</summary>
/// <param name="Object">The object.</param>
/// <param name="Kind">Put before the object's id, so that ids of two kinds stay apart; null in files of one kind.</param>
/// <param name="Account">Who.</param>
/// <param name="Content">With which post.</param>
/// <param name="Time">When.</param>
internal sealed record ShareColumns(string Object, string? Kind, string Account, string Content, string Time)
{
    private const string IdSuffix = "_id";

    private static readonly string[] ObjectNames = ["object_id", "object"];
    private static readonly string[] AccountNames = ["account_id", "id_user", "user_id", "account", "user"];
    private static readonly string[] ContentNames = ["content_id", "post_id", "message_id", "id"];
    private static readonly string[] TimeNames = ["timestamp_share", "timestamp", "time", "ts", "created_at"];

    /// <summary>Rows of a file of several kinds repeat when a post carries an object twice; those of one kind do not.</summary>
    public bool DropDuplicates => Kind is not null;

    /// <summary>Finds the columns by their usual names, unless the source names them.</summary>
    /// <exception cref="Problem">A column is missing, or the kind is missing or unknown.</exception>
    public static ShareColumns Find(ShareSource source, IReadOnlyList<string> columns)
    {
        var seen = new Header(source.Path, columns);
        var account = seen.Column(source.Account, AccountNames, "account");
        var content = seen.Column(source.Content, ContentNames, "content");
        var time = seen.Column(source.Time, TimeNames, "time");
        if (source.Object is null && source.Kind is not null)
            return new(KindColumn(seen, source.Kind, account, content), source.Kind, account, content, time);
        if (source.Object is null && !seen.HasAny(ObjectNames) && Kinds(seen, account, content) is { Length: > 0 } kinds)
            throw new Problem("Which kind of object to count is not said", source.Path, $"--kind with one of: {string.Join(", ", kinds)}");
        return new(seen.Column(source.Object, ObjectNames, "object"), source.Kind, account, content, time);
    }

    private static string KindColumn(Header seen, string kind, string account, string content)
    {
        var kinds = Kinds(seen, account, content);
        if (kinds.Contains(kind, StringComparer.OrdinalIgnoreCase)) return seen.Named(kind + IdSuffix)!;
        throw new Problem($"The file has no objects of kind '{kind}'", seen.Where, kinds.Length > 0
            ? $"--kind with one of: {string.Join(", ", kinds)}"
            : "the file holds one kind of object: leave --kind out, or name the column of the object by --object");
    }

    /// <summary>What stands before <c>_id</c> in the columns that are neither account, content, nor plain object.</summary>
    private static string[] Kinds(Header seen, string account, string content) =>
    [
        .. seen.Columns
            .Where(name => name.EndsWith(IdSuffix, StringComparison.OrdinalIgnoreCase) && name.Length > IdSuffix.Length)
            .Where(name => name != account && name != content && !ObjectNames.Contains(name, StringComparer.OrdinalIgnoreCase))
            .Select(name => name[..^IdSuffix.Length]),
    ];

    private sealed record Header(string Where, IReadOnlyList<string> Columns)
    {
        public string? Named(string name) => Columns.FirstOrDefault(column => column.Equals(name, StringComparison.OrdinalIgnoreCase));

        public bool HasAny(string[] names) => names.Any(name => Named(name) is not null);

        public string Column(string? asked, string[] usual, string what)
        {
            if (asked is not null) return Named(asked) ?? throw Missing($"There is no column '{asked}'", $"name the {what} by --{what} COLUMN");
            return usual.Select(Named).FirstOrDefault(name => name is not null)
                ?? throw Missing($"There is no column for the {what}", $"name it by --{what} COLUMN; it is found by itself when called {string.Join(", ", usual)}");
        }

        private Problem Missing(string what, string hint) => new(what, $"{Where}, columns: {string.Join(", ", Columns)}", hint);
    }
}
