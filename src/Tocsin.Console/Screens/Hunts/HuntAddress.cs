using Microsoft.AspNetCore.Http;
using Tocsin.Core;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>How results are shown.</summary>
public enum HuntView
{
    List,
    Table,
    Chart,
    Top,
}

/// <summary>All that a hunt's screen shows, as its address says it: every state is a link.</summary>
/// <param name="Query">What the hunt box holds, as written.</param>
/// <param name="Compare">Whether counts stand beside those of as long a time before.</param>
/// <param name="Field">Name of the field whose most frequent values are shown; null takes the first.</param>
/// <param name="Saved">The saved hunt it came from.</param>
public sealed record HuntAddress(string Query, HuntRange Range, bool Compare = false, HuntView View = HuntView.List, string? Field = null, long? Saved = null)
{
    public const string Page = "/hunt";

    public static HuntAddress Of(string query) => new(query, HuntRange.All);

    /// <summary>Reads an address; what it says wrongly about the time is told apart, so that the rest can still be shown.</summary>
    public static (HuntAddress Address, Problem? Wrong) Read(IQueryCollection parameters, TimeZoneInfo zone)
    {
        var (range, wrong) = ReadRange(parameters, zone);
        var address = new HuntAddress(
            parameters["q"].ToString().Trim(), range, parameters["compare"] == "1",
            Enum.TryParse<HuntView>(parameters["view"], ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : HuntView.List,
            parameters["field"] is { Count: > 0 } field && field[0] is { Length: > 0 } name ? name : null,
            long.TryParse(parameters["saved"], out var saved) ? saved : null);
        return (address, wrong);
    }

    /// <summary>What a saved hunt keeps beside its query: range and choices.</summary>
    public string Choices => QueryString.Create(Carried).ToString();

    public bool IsNew => Query.Length == 0 && Range.IsAll && Saved is null && View == HuntView.List;

    /// <summary>What the box carries on when something else is asked.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Carried => Parameters().Where(parameter => parameter.Key is not ("q" or "saved"));

    /// <summary>What the form of the range carries on.</summary>
    public IEnumerable<KeyValuePair<string, string?>> WithoutRange => Parameters().Where(parameter => parameter.Key is not ("range" or "from" or "to"));

    /// <summary>The page in this state.</summary>
    public override string ToString() => To(Page);

    /// <summary>Something else about the same hunt: a fragment, an export.</summary>
    public string To(string path, params (string Name, string? Value)[] further) =>
        path + QueryString.Create(Parameters().Concat(further.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))));

    private static (HuntRange Range, Problem? Wrong) ReadRange(IQueryCollection parameters, TimeZoneInfo zone)
    {
        try
        {
            return (HuntRange.Parse(parameters["range"], parameters["from"], parameters["to"], zone), null);
        }
        catch (Problem wrong)
        {
            return (HuntRange.All, wrong);
        }
    }

    private IEnumerable<KeyValuePair<string, string?>> Parameters()
    {
        if (Query.Length > 0) yield return new("q", Query);
        foreach (var (name, value) in Range.Parameters()) yield return new(name, value);
        if (Compare) yield return new("compare", "1");
        if (View != HuntView.List) yield return new("view", View.ToString().ToLowerInvariant());
        if (Field is not null) yield return new("field", Field);
        if (Saved is { } saved) yield return new("saved", $"{saved}");
    }
}
