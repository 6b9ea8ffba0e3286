using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Souq.Mail.Letters;
using Souq.Mail.Mailbox;
using Souq.Mail.Posting;
using Souq.Mail.Templates;
using Souq.Web.Addresses;
using Wolverine;

namespace Souq.Mail;

public static class MailModule
{
    /// <summary>The post office. Needs an <c>NpgsqlDataSource</c>; refuses to start in Production without <c>Smtp:Host</c>.</summary>
    public static IServiceCollection AddSouqMail(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddPublicAddress();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SmtpOptions>().BindConfiguration("Smtp").ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmtpOptions>, SmtpOptionsRules>();
        services.AddSingleton<LetterRenderer>();
        services.AddSingleton<MailTemplates>();
        services.AddSingleton<LetterEnvelope>();
        services.AddSingleton<LedgerTables>();
        services.AddSingleton<AddressMarks>();
        services.AddSingleton<LetterLedger>();
        services.AddSingleton<FolderCarrier>();
        services.AddSingleton<SmtpCarrier>();
        services.AddSingleton<ICarrier>(all => all.GetRequiredService<IOptions<SmtpOptions>>().Value.ToFolder
            ? all.GetRequiredService<FolderCarrier>()
            : all.GetRequiredService<SmtpCarrier>());
        services.AddSingleton<Desk>();
        services.AddSingleton<PostOffice>();
        services.AddSingleton<PostedLetters>();
        services.AddSingleton<IWolverineExtension, MailRetries>();
        services.AddHostedService<LedgerAtStart>();
        return services;
    }

    private sealed class LedgerAtStart(LedgerTables tables) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => tables.Create(cancellationToken).AsTask();

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
