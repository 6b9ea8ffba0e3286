using System.Globalization;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;
using Souq.Moderation.Console;
using Souq.Moderation.Contracts;
using Souq.Moderation.Correcting;
using Souq.Moderation.Deciding;

namespace Souq.Moderation.Subjects;

/// <summary>Reads the form of <see cref="SubjectForms"/>.</summary>
public static class SubjectDecision
{
    public static bool IsForm(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Form["_handler"] == "refuse";

    /// <summary>What the moderator has decided against the subject, its owner, or both.</summary>
    /// <exception cref="RefusedException">No measure was chosen where one is needed, or one beside a mere correction.</exception>
    public static object Read(Guid caseId, int revision, Guid by, IFormCollection form)
    {
        var (act, reason, words, quote) = (form["act"].ToString(), form["reasonCode"].ToString(), form["words"].ToString(), form["quote"].ToString());
        SanctionKind? measure = Enum.TryParse<SanctionKind>(form["measure"], out var kind) && Enum.IsDefined(kind) ? kind : null;
        IReadOnlyList<string>? parts = form.ContainsKey("parts") ? [.. form["parts"].OfType<string>().Where(p => p.Length > 0)] : null;
        if (act == DecisionForms.ReturnAct)
            return measure is null ? new ReturnCase(caseId, revision, by, reason, words, quote) : throw new RefusedException("Subject.NoMeasure", "measure");
        if (measure is not { } sanction)
            return act == SubjectForms.OwnerAct ? throw new RefusedException("Sanction.KindMissing", "measure") : new RemoveCase(caseId, revision, by, reason, words, quote, parts);
        var acts = form["acts"].Where(a => Enum.TryParse<LimitedAct>(a, out var limited) && Enum.IsDefined(limited)).Select(a => Enum.Parse<LimitedAct>(a!)).ToList();
        int? days = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : null;
        return new ActOnOwner(
            caseId, revision, by, Guid.TryParse(form["sanction"], out var id) && id != Guid.Empty ? id : Guid.CreateVersion7(), act != SubjectForms.OwnerAct, sanction, acts, days, reason, words,
            quote, parts);
    }
}
