namespace Tocsin.Lake.Search;

/// <summary>How much of the lake can be searched.</summary>
/// <param name="Indexed">Events in the index.</param>
/// <param name="Events">Events in the lake.</param>
public readonly record struct SearchState(long Indexed, long Events)
{
    /// <summary>True when some events are not found yet.</summary>
    public bool IsBehind => Indexed < Events;
}

/// <summary>How far catching up is.</summary>
public readonly record struct SearchProgress(long Indexed, long Events);
