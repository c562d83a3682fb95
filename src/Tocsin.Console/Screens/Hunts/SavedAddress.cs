using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Tocsin.Casework;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>Where a saved hunt runs.</summary>
internal static class SavedAddress
{
    public static string Of(Hunt hunt) => hunt.Mode == HuntMode.Sql ? SqlAddress.Of(hunt.Query, hunt.Id) : Read(hunt).ToString();

    /// <summary>The address of a hunt by words.</summary>
    public static HuntAddress Read(Hunt hunt)
    {
        var (address, _) = HuntAddress.Read(new QueryCollection(QueryHelpers.ParseQuery(hunt.View)), TimeZoneInfo.Utc);
        return address with { Query = hunt.Query, Saved = hunt.Id };
    }

    /// <summary>Whether an address still asks what the hunt asks, however it is shown.</summary>
    public static bool IsOf(Hunt hunt, HuntAddress address) => Read(hunt) is var saved && saved.Query == address.Query && saved.Range == address.Range;
}
