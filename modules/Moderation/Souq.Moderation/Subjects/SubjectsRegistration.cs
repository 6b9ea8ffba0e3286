using Microsoft.Extensions.DependencyInjection;
using Souq.Mail.Templates;
using Souq.Moderation.Contracts;
using Souq.Moderation.Owner;
using Souq.Web.Slots;

namespace Souq.Moderation.Subjects;

internal static class SubjectsRegistration
{
    public static void AddSubjects(this IServiceCollection services)
    {
        services.AddSlot<ReportForm>(ModerationSlots.Report);
        services.AddSlot<OwnRuling>(ModerationSlots.Ruling);
        services.AddMailTemplate<SubjectTemplate>();
    }
}
