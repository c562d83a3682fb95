using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tocsin.Console.Layout.Frame;

/// <summary>What the frame needs from others, with what stands in where nobody gives it.</summary>
internal static class FrameServices
{
    public static void AddFrame(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddScoped<IViewer, Stranger>();
    }
}
