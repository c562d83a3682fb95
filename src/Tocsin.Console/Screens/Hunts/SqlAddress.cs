using Microsoft.AspNetCore.Http;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>The page for SQL with a query in it: every query is a link.</summary>
internal static class SqlAddress
{
    public const string Page = "/hunt/sql";

    public static string Of(string sql, long? saved = null) => To(Page, sql, saved);

    public static string To(string path, string sql, long? saved = null) =>
        path + QueryString.Create(new KeyValuePair<string, string?>[] { new("sql", sql), new("saved", saved is null ? null : $"{saved}") }.Where(pair => pair.Value is not null));
}
