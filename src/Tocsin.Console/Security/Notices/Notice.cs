namespace Tocsin.Console.Security.Notices;

/// <summary>What a form's answer has to say on the page that the browser goes to next, once.</summary>
internal sealed record Notice
{
    /// <summary>What was done.</summary>
    public string? Done { get; init; }

    /// <summary>What is wrong, of the whole form.</summary>
    public string? Problem { get; init; }

    /// <summary>Which form it is about, where a page has several.</summary>
    public string? Form { get; init; }

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>What had been written, by field, to show again; never passwords.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Something shown now and never again: a token, a link, recovery codes.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    public string? ErrorOf(string form, string field) => Form == form ? Errors.GetValueOrDefault(field) : null;

    public string? ValueOf(string form, string field) => Form == form ? Values.GetValueOrDefault(field) : null;

    public string? ProblemOf(string form) => Form == form ? Problem : null;
}
