using Tocsin.Core.Events.Text;

namespace Tocsin.Core.Events.Urls;

/// <summary>Queries without tracking, ordered by name; parameters of one name keep their order, which may matter.</summary>
internal static class UrlQuery
{
    private const int MostParameters = 256;

    public static void Append(ReadOnlySpan<char> query, ReadOnlySpan<char> registrableDomain, TextBuffer output)
    {
        if (query.IsEmpty)
            return;
        var kept = new List<(string Name, int Order, string Whole)>();
        foreach (var range in query.Split('&'))
        {
            var parameter = query[range];
            var name = parameter[..(parameter.IndexOf('=') is var at && at >= 0 ? at : parameter.Length)];
            if (!parameter.IsEmpty && kept.Count < MostParameters && !TrackingParameters.Contains(name, registrableDomain))
                kept.Add((Encode(name), kept.Count, Encode(parameter)));
        }

        kept.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name) is var order && order != 0 ? order : a.Order - b.Order);
        var separator = '?';
        foreach (var (_, _, whole) in kept)
        {
            output.Append(separator);
            output.Append(whole);
            separator = '&';
        }
    }

    private static string Encode(ReadOnlySpan<char> text)
    {
        var buffer = new TextBuffer();
        PercentEncoding.Append(text, buffer);
        return buffer.Written.ToString();
    }
}
