using DataEngineer.Activities.Execution;
using DataEngineer.Azure.Durable;
using DataEngineer.Azure.Storage;
using DataEngineer.Connections.Secrets;
using DataEngineer.Connectors;
using DataEngineer.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DataEngineer.Functions;

/// <summary>What the triggers are given.</summary>
internal static class HeadServices
{
    public static void AddDataEngineer(this IServiceCollection services)
    {
        services.AddOptions<HeadOptions>().BindConfiguration("DataEngineer");
        services.AddOptions<StorageOptions>().BindConfiguration("DataEngineer:Storage")
            .Validate(options => !options.Problems().Any(), "The settings DataEngineer:Storage:* need either ConnectionString or ServiceUri, and legal values.")
            .ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => ContainerStores.Connect(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value,
            provider.GetRequiredService<IOptions<HeadOptions>>().Value.TempFolder));
        services.AddSingleton<ICustomerStores>(provider => provider.GetRequiredService<ContainerStores>());
        services.AddSingleton(provider => RuntimeCatalog.Create(RuntimeOf(provider)));
        services.AddSingleton<ActivityHost>();
    }

    private static RuntimeServices RuntimeOf(IServiceProvider provider)
    {
        var stores = provider.GetRequiredService<ContainerStores>();
        var settings = provider.GetRequiredService<IConfiguration>();
        return new RuntimeServices(
            stores.Pipelines,
            stores,
            ConnectorCatalog.All,
            new VariableSecretSource(name => settings[name]),
            provider.GetRequiredService<IOptions<HeadOptions>>().Value.TempFolder,
            new SilentObserver(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>());
    }
}
