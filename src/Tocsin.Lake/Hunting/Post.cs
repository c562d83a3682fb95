using Tocsin.Core.Events;

namespace Tocsin.Lake.Hunting;

/// <summary>An event with the newest names of who acted.</summary>
public sealed record Post(ulong Key, Event Event, string? Handle, string? DisplayName);

/// <summary>Some posts, newest first.</summary>
/// <param name="Next">Where the next page starts; null when there is none.</param>
public sealed record HuntPage(IReadOnlyList<Post> Posts, string? Next)
{
    public static HuntPage Empty { get; } = new([], null);
}
