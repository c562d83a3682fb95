using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Tocsin.Casework;
using Tocsin.Console.Api.Answers;
using Tocsin.Console.Screens.Hunts;

namespace Tocsin.Console.Api.Signals;

/// <summary>All signals that match, as CSV (RFC 4180), page by page as they are read.</summary>
internal sealed class SignalCsv(SignalQueue signals, QueueFilter filter) : IResult
{
    private const int PageSize = 500;

    private static readonly (string Name, Func<SignalState, string?> Of)[] Columns =
    [
        ("id", s => s.Id),
        ("kind", s => s.Kind),
        ("detector", s => s.Detector),
        ("score", s => Number(s.Score)),
        ("likelihood", s => Choices.Word(s.Likelihood)),
        ("probability", s => Number(s.Probability)),
        ("severity", s => Choices.Word(s.Severity)),
        ("claim", s => s.Claim),
        ("accounts", s => $"{s.Accounts}"),
        ("platforms", s => string.Join(' ', s.Platforms)),
        ("observables", s => string.Join(' ', s.Kinds)),
        ("first", s => Time(s.First)),
        ("last", s => Time(s.Last)),
        ("raised", s => Time(s.Raised)),
        ("updated", s => Time(s.Updated)),
        ("active", s => s.Active ? "true" : "false"),
        ("state", s => Choices.Word(s.State)),
        ("assignee", s => s.AssigneeName),
        ("disposition", s => s.LastDisposition is { } last ? Choices.Word(last) : null),
        ("novelty", s => Choices.Word(s.Novelty)),
        ("comments", s => $"{s.Comments}"),
        ("version", s => $"{s.Version}"),
    ];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancel) = (httpContext.Response, httpContext.RequestAborted);
        var page = await signals.ListAsync(filter, null, PageSize, cancel);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"tocsin-signals.csv\"";
        await response.WriteAsync(string.Join(',', Columns.Select(column => column.Name)) + "\r\n", cancel);
        while (true)
        {
            var text = new StringBuilder();
            foreach (var signal in page.Items) text.AppendJoin(',', Columns.Select(column => CsvCell.Of(column.Of(signal)))).Append("\r\n");
            await response.WriteAsync(text.ToString(), cancel);
            if (page.Next is null) return;
            page = await signals.ListAsync(filter, page.Next, PageSize, cancel);
        }
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
