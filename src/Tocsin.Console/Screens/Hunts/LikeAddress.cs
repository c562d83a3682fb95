using Tocsin.Console.Screens.Accounts;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>The page that shows posts nearly equal to one.</summary>
internal static class LikeAddress
{
    public static string Of(string platform, string id) => $"/hunt/like/{AccountAddress.Segment(platform)}/{AccountAddress.Segment(id)}";
}
