namespace Tocsin.Lake.Import;

/// <summary>Names of a record's fields, those of objects inside it with a dot, as a map writes them.</summary>
internal static class FieldNames
{
    private const int Most = 200;

    public static IEnumerable<string> Of(Fields fields) => fields.Names
        .SelectMany(name => fields.Object(name) is { } inner ? inner.Names.Select(part => $"{name}.{part}") : [name])
        .Select(Reading.InputPaths.Shown)
        .Distinct()
        .Take(Most);
}
