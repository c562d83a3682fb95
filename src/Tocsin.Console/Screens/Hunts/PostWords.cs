using Tocsin.Lake.Hunting;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>How a post's author goes by: handle, else name, else the platform's id.</summary>
internal static class PostWords
{
    public static string Author(Post post) => post.Handle is { Length: > 0 } handle ? $"@{handle}"
        : post.DisplayName is { Length: > 0 } name ? name
        : post.Event.AccountId;
}
