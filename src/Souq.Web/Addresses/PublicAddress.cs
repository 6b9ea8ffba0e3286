using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Souq.Kernel;

namespace Souq.Web.Addresses;

/// <summary>
/// Where the world finds this market, for links that leave it (mails, feeds, canonical addresses). <c>Souq:PublicUrl</c>, or the first
/// address the server listens on.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    /// <summary>Scheme, host and port, ending in a slash.</summary>
    public Uri Root { get; } = new(FirstUrl(configuration).TrimEnd('/') + "/");

    /// <summary>The absolute address of a page in a language.</summary>
    /// <param name="relative">Without a leading slash, as inside pages: <c>l/1234</c>.</param>
    public Uri For(Language language, string relative) => new(Root, $"{language.PathBase()}/{relative.TrimStart('/')}".TrimStart('/'));

    /// <summary>The absolute address of something that is the same in every language, such as a photo.</summary>
    public Uri Asset(string relative) => new(Root, relative.TrimStart('/'));

    private static string FirstUrl(IConfiguration configuration)
    {
        if (configuration["Souq:PublicUrl"] is { Length: > 0 } configured)
            return configured;
        var first = (configuration["urls"] ?? configuration["ASPNETCORE_URLS"])?.Split(';', StringSplitOptions.TrimEntries)[0];
        return string.IsNullOrEmpty(first) ? "http://127.0.0.1:5080"
            : first.Replace("://*", "://localhost").Replace("://+", "://localhost").Replace("://0.0.0.0", "://localhost").Replace("://[::]", "://localhost");
    }
}

public static class PublicAddressRegistration
{
    public static IServiceCollection AddPublicAddress(this IServiceCollection services)
    {
        services.TryAddSingleton<PublicAddress>();
        return services;
    }
}
