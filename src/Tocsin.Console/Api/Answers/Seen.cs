using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tocsin.Casework;
using Tocsin.Console.Api.Problems;

namespace Tocsin.Console.Api.Answers;

/// <summary>Which version of a thing a write judges, as <c>If-Match</c> says: an ETag that a read gave, or <c>*</c> for whatever it is now.</summary>
internal static class Seen
{
    public const string Any = "*";

    /// <summary>The version named.</summary>
    /// <param name="current">Asked for with <c>*</c>: the version as it is.</param>
    /// <exception cref="RefusedException">None is named (428), or it is no ETag (400).</exception>
    public static async Task<int> VersionAsync(string? ifMatch, Func<Task<int>> current)
    {
        if (string.IsNullOrWhiteSpace(ifMatch))
            throw new RefusedException(StatusCodes.Status428PreconditionRequired, "the request does not say which version it judges", "If-Match", "send the ETag that reading it gave, or * to write whatever it is now");
        return ifMatch.Trim() == Any ? await current() : Parse(ifMatch);
    }

    /// <summary>The version of a signal that is named.</summary>
    public static Task<int> OfSignalAsync(string? ifMatch, SignalQueue signals, string id, CancellationToken cancel) => VersionAsync(ifMatch, async () =>
        (await signals.StateAsync(id, cancel) ?? throw new MissingException(Subject.Signal(id).ToString())).Version);

    private static int Parse(string ifMatch)
    {
        var tag = ifMatch.Trim();
        if (tag.StartsWith("W/", StringComparison.Ordinal)) tag = tag[2..];
        return tag is ['"', 'v', .. var inner, '"'] && int.TryParse(inner.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new RefusedException(StatusCodes.Status400BadRequest, $"{ifMatch} is not an ETag of this API", "If-Match", "send it as the header ETag gave it, with its quotation marks");
    }
}
