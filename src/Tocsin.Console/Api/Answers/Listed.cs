namespace Tocsin.Console.Api.Answers;

/// <summary>A page of a list.</summary>
/// <param name="Items">In the list's order.</param>
/// <param name="Next">Give it as <c>cursor</c> to get the next page; null on the last.</param>
public sealed record Listed<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Pages of lists whose order is that of their ids, newest first.</summary>
internal static class Listed
{
    public const int UsualSize = 100;
    public const int LargestSize = 1000;

    /// <summary>How many to read: one more than asked for tells whether there is a next page.</summary>
    public static int Take(int? limit) => Size(limit) + 1;

    public static int Size(int? limit) => Math.Clamp(limit ?? UsualSize, 1, LargestSize);

    public static Listed<TView> ById<T, TView>(IReadOnlyList<T> read, int? limit, Func<T, long> id, Func<T, TView> view)
    {
        var shown = read.Take(Size(limit)).ToList();
        return new([.. shown.Select(view)], read.Count > shown.Count ? $"{id(shown[^1])}" : null);
    }
}
