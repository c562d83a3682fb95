using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tocsin.Console.Layout.Palette;

namespace Tocsin.Console.Layout.Frame;

/// <summary>What the frame needs from others, with what stands in where nobody gives it.</summary>
internal static class FrameServices
{
    public static void AddFrame(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddScoped<IViewer, Stranger>();
        builder.Services.TryAddSingleton<IWorkNow, NoWork>();
        builder.Services.TryAddScoped<PaletteSearch>();
    }

    /// <summary>The parts of the frame that ask again when something happens, and what the palette finds.</summary>
    public static void MapFrame(this WebApplication app)
    {
        app.MapGet("/frame/bell", (IViewer viewer) => new RazorComponentResult<Bell>(new { viewer.Unread })).ExcludeFromDescription();
        app.MapGet("/frame/work", () => new RazorComponentResult<WorkBar>()).ExcludeFromDescription();
        app.MapGet("/palette", async (string? q, PaletteSearch search, CancellationToken cancel) => TypedResults.Ok(await search.FindAsync(q ?? "", cancel))).ExcludeFromDescription();
    }
}
