using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Console.Screens.Handling;
using Tocsin.Console.Screens.Home;
using Tocsin.Console.Screens.Queue;
using Tocsin.Console.Screens.Signals;

namespace Tocsin.Console.Screens;

/// <summary>Home, queue, signal: what they need, and where their fragments and forms are.</summary>
internal static class TriageScreens
{
    public static void AddTriageScreens(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ActChoices>();
        builder.Services.AddSingleton<ChangeCounter>();
        builder.Services.AddSingleton<Colleagues>();
        builder.Services.AddSingleton<TrackRecord>();
        builder.Services.AddSingleton<CoverageShelf>();
        builder.Services.AddSingleton<HomeReader>();
        builder.Services.AddSingleton<NextSignal>();
        builder.Services.AddSingleton<QueueReader>();
        builder.Services.AddSingleton<SignalReader>();
        builder.Services.AddSingleton<SketchShelf>();
        builder.Services.AddSingleton<TimelineShelf>();
        builder.Services.AddSingleton<TroubleFinder>();
        builder.Services.AddScoped<ActCall>();
    }

    public static void MapTriageScreens(this WebApplication app)
    {
        app.MapHandling();
        app.MapHome();
        app.MapQueue();
        app.MapSignals();
    }
}
