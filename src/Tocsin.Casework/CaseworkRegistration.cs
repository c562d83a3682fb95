using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Core.Detection;
using Tocsin.Core.Networks;

namespace Tocsin.Casework;

public static class CaseworkRegistration
{
    /// <summary>Offers an open database and all that works on it; each context (for Identity) lives as long as its request.</summary>
    public static IServiceCollection AddCasework(this IServiceCollection services, CaseworkDatabase database)
    {
        services.AddSingleton(database);
        services.AddSingleton<IDbContextFactory<CaseworkContext>>(database);
        services.AddScoped(_ => database.Connect());
        services.AddSingleton<SignalStore>();
        services.AddSingleton<ISignalStore>(provider => provider.GetRequiredService<SignalStore>());
        services.AddSingleton<SignalQueue>();
        services.AddSingleton<Triage>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<Settings>();
        services.AddSingleton<AccountComments>();
        services.AddSingleton<Hunts>();
        services.AddSingleton<HuntLooks>();
        services.AddSingleton<Notifications>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Invites>();
        services.AddSingleton<SetupLinks>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<Watermarks>();
        services.AddSingleton<WorkRuns>();
        services.AddSingleton<INetworkStore, NetworkStore>();
        return services;
    }
}
