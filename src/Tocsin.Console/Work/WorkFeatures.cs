using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Console.Imports;
using Tocsin.Console.Layout.Frame;
using Tocsin.Console.Live;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Work;

/// <summary>Registration of background work, imports, and the stream that tells of them.</summary>
internal static class WorkFeatures
{
    public static void AddWork(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => provider.GetRequiredService<DuckDbLake>().Journal);
        services.AddSingleton<Inbox>();
        services.AddSingleton<Scans>();
        services.AddSingleton<UploadImports>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<SearchIndex>();
        services.AddHostedService(provider => provider.GetRequiredService<SearchIndex>());
        services.AddSingleton<WorkSettings>();
        services.AddSingleton<WorkQueue>();
        services.AddSingleton<IWorkNow, QueueNow>();
        services.AddHostedService(provider => provider.GetRequiredService<WorkQueue>());
        services.AddSingleton<Timetable>();
        services.AddHostedService(provider => provider.GetRequiredService<Timetable>());
        services.AddSingleton<LiveFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveFeed>());
    }
}
