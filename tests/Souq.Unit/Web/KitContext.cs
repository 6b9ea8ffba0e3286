using Bunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Souq.Web;

namespace Souq.Unit.Web;

/// <summary>A place to render components of the kit, with its real words.</summary>
public abstract class KitContext : BunitContext
{
    protected KitContext()
    {
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Souq:PublicUrl", "https://souq.example")]).Build());
        Services.AddLogging();
        Services.AddSouqWeb();
    }
}
