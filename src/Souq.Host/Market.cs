using System.Text.Json.Serialization;
using Hangfire;
using Scalar.AspNetCore;
using Souq.Accounts;
using Souq.Catalog;
using Souq.Catalog.Addresses;
using Souq.Digests;
using Souq.EventStore;
using Souq.Host.Demo;
using Souq.Listings;
using Souq.Listings.Browsing;
using Souq.Listings.Favourites;
using Souq.Mail;
using Souq.Mail.Operating;
using Souq.Messaging;
using Souq.Moderation;
using Souq.Moderation.Rules.Submitters;
using Souq.Web;
using Souq.Web.Errors;
using Souq.Web.Layout;
using Souq.Web.Localisation;
using Souq.Web.Security;

namespace Souq.Host;

/// <summary>The program: what it is made of, in which order a request passes through it, and how it starts and stops.</summary>
internal static class Market
{
    /// <param name="more">Further services, for programs that measure this one.</param>
    public static async Task<int> Run(string[] args, Action<IServiceCollection>? more = null)
    {
        var builder = Builder(args);
        await using var database = await Database.Open(builder.Configuration, builder.Environment);
        using var turn = await StartingOneAtATime.Take(database.ConnectionString);
        AddServices(builder, database.ConnectionString);
        await JoinedEvents.Make(database.ConnectionString, Modules.Of(builder.Services).Select(m => m.Schema));
        more?.Invoke(builder.Services);
        await using var app = builder.Build();
        Use(app);
        app.Lifetime.ApplicationStarted.Register(turn.Dispose);
        await app.RunAsync();
        return 0;
    }

    /// <summary>Settings are read from beside the program, wherever it is started from.</summary>
    public static WebApplicationBuilder Builder(string[] args) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(Market).Assembly.GetName().Name });

    /// <summary>Everything but the web server's own business; verbs use it too.</summary>
    public static void AddServices(WebApplicationBuilder builder, string connectionString)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        QuietRefusals.Use(services);
        services.AddSouqWeb().AddSouqMail();
        services.AddCatalog().AddAccounts().AddListings().AddMessaging().AddModeration().AddDigests();
        builder.AddCritterStack(connectionString);
        services.AddJobs(connectionString, clock: builder.Configuration.GetValue("Souq:Clock", true));
        services.AddHealth();
        builder.AddTelemetry();
        builder.AddDemoMarket();
        services.AddRazorComponents();
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddApiDescription();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase)));
        services.AddProblemDetails();
        builder.WebHost.UseStaticWebAssets();
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null && builder.Configuration["https_ports"] is null)
            builder.WebHost.UseUrls("http://127.0.0.1:5080");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Forms are small; the page that takes photos allows itself more.
            kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
        });
    }

    public static void Use(WebApplication app)
    {
        app.UseSouqSecurityHeaders(headers => headers.Relax("/admin/jobs").Relax("/scalar").Relax("/dev/mailbox"));
        app.UsePageMemory();
        app.UseResponseCompression();
        app.UseSouqLanguages();
        app.UseSouqErrors();
        app.UseMovedSections();
        app.UseRouting();
        app.UseSectionAddresses();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseSouqAntiforgery();
        app.UseFavouritesOfVisitors();
        app.UseSubmitterWatch();

        app.MapStaticAssets();
        app.MapHealth();
        app.MapOpenApi();
        app.MapScalarApiReference();
        app.MapCatalog();
        app.MapAccounts();
        app.MapListings();
        app.MapMessaging();
        app.MapDigests();
        app.MapModeration();
        app.MapMail();
        app.MapHangfireDashboard("/admin/jobs", new DashboardOptions { Authorization = [], AsyncAuthorization = [] })
            .RequireAuthorization(policy => policy.RequireRole(Principal.Admin));
        app.MapRazorComponents<App>().AddAdditionalAssemblies(
            [typeof(MailModule).Assembly, .. app.Services.GetServices<Module>().Select(module => module.Assembly), .. app.Services.GetServices<PagesOf>().Select(pages => pages.Assembly)]);
    }
}

/// <summary>An assembly with pages that are no module's.</summary>
internal sealed record PagesOf(System.Reflection.Assembly Assembly);
