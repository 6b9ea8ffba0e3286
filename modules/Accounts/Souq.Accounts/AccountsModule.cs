using JasperFx.Events;
using JasperFx.Events.Projections;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Confirming;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Accounts.Identity;
using Souq.Accounts.Judged;
using Souq.Accounts.Keys;
using Souq.Accounts.Letters;
using Souq.Accounts.Limits;
using Souq.Accounts.MyData;
using Souq.Accounts.Passwords;
using Souq.Accounts.Phones;
using Souq.Accounts.Roles;
using Souq.Accounts.Sellers;
using Souq.Accounts.SigningIn;
using Souq.Accounts.SigningUp;
using Souq.Accounts.Staff;
using Souq.Accounts.Stores;
using Souq.Accounts.Stores.Following;
using Souq.Accounts.Terms;
using Souq.Accounts.Tokens;
using Souq.Accounts.Trust;
using Souq.Accounts.Views;
using Souq.EventStore;
using Souq.EventStore.Visitors;
using Souq.Listings.Contracts;
using Souq.Mail.Operating;
using Souq.Mail.Templates;
using Souq.Moderation.Contracts;
using Souq.Web.Layout;
using Souq.Web.Slots;

namespace Souq.Accounts;

public static class AccountsModule
{
    /// <summary>People, sign-in with its cookie and policies, the shared keys, and everybody's letters.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddModuleStore<IAccountsStore>("accounts", typeof(AccountsModule).Assembly, options =>
        {
            // Some events are added by handlers that have not read the stream; quick appending would leave its snapshot without a version.
            options.Events.AppendMode = EventAppendMode.Rich;
            options.Projections.Snapshot<Membership>(SnapshotLifecycle.Inline);
            options.AddStores();
            options.AddTrust();
            options.AddStaff();
            options.AddViews();
            options.Schema.For<Person>().UniqueIndex(p => p.NormalizedEmail);
            options.Schema.For<ApiToken>().UniqueIndex(t => t.Hash).Index(t => t.PersonId);
            options.Schema.For<Advert>().Index(a => a.Number);
            options.Schema.For<PhoneReveal>().Index(r => r.ListingId);
            options.Storage.ExtendedSchemaObjects.Add(new LimitsTable());
            options.Storage.ExtendedSchemaObjects.Add(new DailySecretsTable("accounts"));
        });
        services.AddPeople();
        services.AddTokens();
        services.AddStores();
        services.AddTrust();
        services.AddStaff();
        services.AddViews();
        services.AddSharedKeys();
        services.AddSingleton<DailySecrets>();
        services.AddSingleton<Limiter>();
        services.AddSingleton<Visitor>();
        services.AddSingleton<LinkToken>();
        services.AddSingleton<AccountLetters>();
        services.AddSingleton<IMailboxes, Mailboxes>();
        services.AddSingleton<GrantAdmin>();
        services.AddScoped<DemoPeople>();
        services.AddSingleton<PhoneDesk>();
        services.AddSingleton<ShownSeller>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<SignUpDesk>();
        services.AddScoped<ConfirmDesk>();
        services.AddScoped<ResetDesk>();
        services.AddScoped<ILettersAgain, NotifyAgain>();
        services.AddMailSamples<AccountSamples>();
        services.AddSlot<MailPerson>(MailSlots.Person);
        services.AddSlot<AccountMenu>(LayoutSlots.Account);
        services.AddSlot<TermsLink>(LayoutSlots.Footer);
        services.AddSlot<PersonName>(ListingSlots.Person);
        services.AddSlot<PersonLine>(ListingSlots.Asker);
        services.AddSlot<ListingSeller>(ListingSlots.Seller);
        services.AddSlot<ModeratorName>(ModerationSlots.Moderator);
        services.AddSlot<JudgedStore>(ModerationSlots.Subject);
        services.AddSlot<JudgedName>(ModerationSlots.Subject);
        services.AddSlot<PhoneButton>(ListingSlots.Contact, order: 200);
        return services;
    }

    public static void MapAccounts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTokens();
        endpoints.MapMyData();
        endpoints.MapFollowing();
    }
}
