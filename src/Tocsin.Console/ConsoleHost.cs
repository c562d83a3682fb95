using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Api;
using Tocsin.Console.Assets;
using Tocsin.Console.Layout;
using Tocsin.Console.Layout.Frame;
using Tocsin.Console.Screens;
using Tocsin.Console.Screens.Accounts;
using Tocsin.Console.Screens.Detectors;
using Tocsin.Console.Screens.Hunts;
using Tocsin.Console.Screens.Import;
using Tocsin.Console.Screens.Networks;
using Tocsin.Console.Screens.Notifications;
using Tocsin.Console.Security;
using Tocsin.Console.Words;
using Tocsin.Console.Work;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console;

/// <summary>Builds the web application over an open workspace.</summary>
public static class ConsoleHost
{
    public static WebApplication Build(ConsoleOptions options, DuckDbLake lake, CaseworkDatabase casework)
    {
        var builder = BareHost.Create();
        builder.WebHost.UseUrls(options.Url);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(lake);
        builder.Services.AddCasework(casework);
        builder.AddPeople(options);
        builder.Services.AddSingleton<AssetFiles>();
        builder.Services.AddSingleton<IStringLocalizer<Strings>, Texts>();
        builder.Services.AddRazorComponents();
        builder.AddFrame();
        builder.AddWork();
        builder.AddApi();
        builder.AddDetectors();
        builder.AddHunts();
        builder.AddNetworks();
        builder.AddTriageScreens();
        var app = builder.Build();
        app.UseOuterGuards();
        app.UseFailurePages();
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(AssetFiles.Folder),
            RequestPath = "/assets",
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
        });
        app.UseRouting();
        app.UseRequestDecompression();
        app.UseLanguages();
        app.UseInnerGuards();
        app.UseApi();
        app.MapApi();
        app.MapNetworks();
        app.MapPeople();
        app.MapFrame();
        NotificationEndpoints.Map(app);
        app.MapDetectors();
        app.MapHunts();
        app.MapAccounts();
        app.MapImport();
        app.MapWork();
        app.MapTriageScreens();
        app.MapRazorComponents<App>();
        return app;
    }
}
