using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Souq.Mail.Letters;
using Souq.Mail.Mailbox;
using Souq.Mail.Operating;
using Souq.Mail.Posting;
using Souq.Mail.Returns;
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
        services.AddSingleton<LetterSignature>();
        services.AddSingleton<LetterEnvelope>();
        services.AddSingleton<LedgerTables>();
        services.AddSingleton<AddressMarks>();
        services.AddSingleton<StoppedAddresses>();
        services.AddSingleton<DomainRates>();
        services.AddSingleton<LetterLedger>();
        services.AddSingleton<FolderCarrier>();
        services.AddSingleton<SmtpCarrier>();
        services.AddSingleton<ICarrier>(all => all.GetRequiredService<IOptions<SmtpOptions>>().Value.ToFolder
            ? all.GetRequiredService<FolderCarrier>()
            : all.GetRequiredService<SmtpCarrier>());
        services.AddSingleton<LetterJournal>();
        services.AddSingleton<Desk>();
        services.AddSingleton<PostOffice>();
        services.AddSingleton<PostedLetters>();
        services.AddOptions<ReturnsOptions>().BindConfiguration("Returns");
        services.AddSingleton<FolderBox>();
        services.AddSingleton<ImapBox>();
        services.AddSingleton<ReturnsDesk>();
        services.AddSingleton<PostActs>();
        services.AddSingleton<PostCounter>();
        services.AddScoped<LetterList>();
        services.AddScoped<SendAgain>();
        services.AddSingleton<DeadLetterBox>();
        services.AddSingleton<MailSampleBook>();
        services.AddSingleton<IWolverineExtension, MailRetries>();
        services.AddHostedService<LedgerAtStart>();
        return services;
    }

    private sealed class LedgerAtStart(LedgerTables tables, LetterJournal journal) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await tables.Create(cancellationToken);
            await journal.Remind(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
