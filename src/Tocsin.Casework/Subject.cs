namespace Tocsin.Casework;

public enum SubjectKind
{
    Signal,
    Account,
}

/// <summary>What a label or tag is on.</summary>
public readonly record struct Subject(SubjectKind Kind, string Id)
{
    public static Subject Signal(string id) => new(SubjectKind.Signal, id);

    /// <summary>An account.</summary>
    /// <param name="key">The account's key in the lake.</param>
    public static Subject Account(ulong key) => new(SubjectKind.Account, $"{key}");

    /// <summary>As audit entries have it: <c>signal:N-7F3K2M</c>, <c>account:123</c>.</summary>
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}:{Id}";
}
