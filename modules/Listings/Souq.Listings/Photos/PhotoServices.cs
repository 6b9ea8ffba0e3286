using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Souq.Listings.Photos;

public static class PhotoServices
{
    /// <summary>The photo pipeline on files. Settings: section <c>Photos</c>; the folder is <c>photos</c> under <c>SOUQ_DATA</c> unless given.</summary>
    public static IServiceCollection AddPhotos(this IServiceCollection services)
    {
        services.AddOptions<PhotoOptions>()
            .BindConfiguration("Photos")
            .PostConfigure<IConfiguration>((options, configuration) =>
            {
                if (string.IsNullOrWhiteSpace(options.Folder))
                    options.Folder = Path.Combine(configuration["SOUQ_DATA"] is { Length: > 0 } data ? data : ".local", "photos");
            });
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PhotoProcessor>();
        services.AddSingleton<IPhotoStore, FilePhotoStore>();
        services.AddSingleton<PhotoIntake>();
        return services;
    }
}
