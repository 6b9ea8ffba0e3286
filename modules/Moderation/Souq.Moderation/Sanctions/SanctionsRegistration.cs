using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Contracts;
using Souq.Mail.Templates;
using Souq.Moderation.Contracts;
using Souq.Web.Slots;

namespace Souq.Moderation.Sanctions;

internal static class SanctionsRegistration
{
    public static void AddSanctions(this IServiceCollection services)
    {
        services.AddSingleton<SanctionLinks>();
        services.AddSingleton<PeopleReader>();
        services.AddMailTemplate<SanctionTemplate>();
        services.AddMailTemplate<SanctionAnswerTemplate>();
        services.AddSlot<MySanctions>(AccountSlots.Me, order: 10);
        services.AddSlot<JudgedSanction>(ModerationSlots.Subject);
    }

    public static void AddSanctions(this StoreOptions options)
    {
        options.Projections.Snapshot<PersonFile>(SnapshotLifecycle.Inline);
        options.Schema.For<PersonFile>().Index(f => f.AppealedAt!);
        options.Projections.Add(new RestrainedProjection(), ProjectionLifecycle.Inline);
        options.Schema.For<Restrained>().Duplicate(r => r.Since).Duplicate(r => r.Number).Duplicate(r => r.Kind).Duplicate(r => r.Until!)
            .Index(r => new { r.Since, r.Number }).Index(r => new { r.Kind, r.Since, r.Number });
        options.Schema.For<SanctionWords>().Index(w => w.PersonId);
    }
}
