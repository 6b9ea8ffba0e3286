using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Souq.Accounts.Contracts;
using Souq.Kernel;
using Souq.Moderation.Appeals;
using Souq.Moderation.Claiming;
using Souq.Moderation.Contracts;
using Souq.Moderation.Correcting;
using Souq.Moderation.Deciding;
using Souq.Moderation.Queue;
using Souq.Moderation.Staff;
using Souq.Moderation.Subjects;
using Souq.Moderation.Texts;
using Souq.Moderation.Undoing;
using Souq.Web.Forms;
using Souq.Web.Security;

namespace Souq.Moderation.Console;

public sealed partial class CasePage
{
    private CaseView? view;
    private RefusalsView? errors;
    private RefusalsView? conflict;
    private bool acting;
    private Scope scope = new(false, null);
    private string[] photos = [];

    [Parameter] public Guid CaseId { get; set; }

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "approve", Name = "revision")] public int? ApprovedRevision { get; set; }

    [SupplyParameterFromForm(FormName = "refuse", Name = "revision")] public int? RefusedRevision { get; set; }

    [SupplyParameterFromForm(FormName = "refuse", Name = "reasonCode")] public string? Reason { get; set; }

    [SupplyParameterFromForm(FormName = "refuse", Name = "words")] public string? Words { get; set; }

    [SupplyParameterFromForm(FormName = "refuse", Name = "quote")] public string? Quote { get; set; }

    [SupplyParameterFromForm(FormName = "refuse", Name = "act")] public string? Act { get; set; }

    private QueueFilter Filter => QueueFilter.Read(Http.Request.Query, Catalog.Current);

    private Guid Me => Http.User.PersonId() ?? throw new ForbiddenException("Nobody is signed in");

    protected override async Task OnInitializedAsync()
    {
        scope = await Scopes.Of(Me, Http.RequestAborted);
        var found = await Reader.Read(CaseId, Http.RequestAborted);
        if (!scope.Covers(found.Submission.SectionId)) throw new ForbiddenException("The case is in a section of others");
        if (HttpMethods.IsGet(Http.Request.Method)) await Sender.Send(Seen(found), Http.RequestAborted);
        view = found;
        acting = HttpMethods.IsPost(Http.Request.Method) && Http.Request.Form["_handler"].ToString() is "approve" or "refuse" or "take" or "release";
        if (acting) photos = [.. Http.Request.Form[PhotoEvidence.Field].OfType<string>()];
        if (acting || view.Intention?.TypedBy(Me) is not { } typed) return;
        (Reason, Words, Quote) = (typed.GetValueOrDefault("reasonCode"), typed.GetValueOrDefault("words"), typed.GetValueOrDefault("quote"));
        photos = typed.GetValueOrDefault(PhotoEvidence.Field)?.Split(',') ?? [];
    }

    /// <summary>The script loads what is likely next before anybody opens it.</summary>
    private bool IsAhead => Http.Request.Headers["x-purpose"] == "prefetch";

    /// <summary>What buyers see is judged, not what the seller last submitted.</summary>
    private bool AsPublic => view!.Case.IsRaised || view.Case is { IsAppealed: true, Ruling.Outcome: Outcome.Removed or Outcome.Changed };

    private NoteView Seen(CaseView seen) => new(Me, seen.Case.SellerId, ViewedData.Case,
        IsAhead ? ViewReason.Ahead : seen.Case switch { { IsAppealed: true } => ViewReason.Appeal, { IsRaised: true } => ViewReason.Report, { State: CaseState.Waiting } => ViewReason.Review, _ => ViewReason.LookBack },
        seen.Case.Id);

    private Task Approve() => Decide(view!.Case.IsAppealed ? new OverturnDecision(CaseId, ApprovedRevision ?? 0, Me)
        : view.Case.IsRaised ? new KeepCase(CaseId, ApprovedRevision ?? 0, Me)
        : new ApproveCase(CaseId, ApprovedRevision ?? 0, Me));

    private Task Refuse() => Act == TextPicker.Act ? Insert()
        : view!.Case.IsAppealed ? Decide(Answered())
        : view.Case.IsAdvert() ? DecideAdvert() : DecideSubject();

    private async Task DecideAdvert()
    {
        // What is ticked has to be there: a form may be older than the advert, or made up.
        if (photos.Length > 0 && photos.Except(await AdvertPhotos.Of(view!.Case.SubjectId, AsPublic, Http.RequestAborted)).Any())
        {
            await Show([new Refusal("Refuse.PhotoGone", PhotoEvidence.Field)]);
            return;
        }

        var revision = RefusedRevision ?? 0;
        await Decide(Act switch
        {
            DecisionForms.RemoveAct => new RemoveCase(CaseId, revision, Me, Reason, Words, Quote, Photos: photos),
            DecisionForms.ReturnAct => new ReturnCase(CaseId, revision, Me, Reason, Words, Quote, photos),
            _ => new RefuseCase(CaseId, revision, Me, Reason, Words, Quote, photos),
        });
    }

    private object Answered() => Act == DecisionForms.OverturnAct
        ? new OverturnDecision(CaseId, RefusedRevision ?? 0, Me, Words)
        : new UpholdDecision(CaseId, RefusedRevision ?? 0, Me, Words);

    /// <summary>Puts a standard text into the words; nothing is decided.</summary>
    private async Task Insert()
    {
        acting = false;
        var key = Http.Request.Form["text"].ToString();
        if ((await Texts.For(view!, Quote, Http.RequestAborted)).FirstOrDefault(t => t.Key == key) is { } text)
            Words = text.After(Words);
    }

    private async Task DecideSubject()
    {
        try
        {
            await Decide(SubjectDecision.Read(CaseId, RefusedRevision ?? 0, Me, Http.Request.Form));
        }
        catch (RefusedException refused)
        {
            await Show(refused.Refusals);
        }
    }

    private async Task Take() => await StayOrSay(new ClaimCase(CaseId, Me), Filter.In($"moderation/cases/{CaseId}"));

    private async Task Release() => await StayOrSay(new ReleaseCase(CaseId, Me), Filter.In("moderation"));

    private async Task Decide(object decision)
    {
        var place = view?.Waiting;
        if (await Say(Undoable.Knows(decision) ? new IntendDecision(Guid.CreateVersion7(), CaseId, Me, decision, Typed()) : decision)) return;
        var next = await Desk.TakeNext(Filter, place, Me, CaseDesk.Preferred(Http), Http.RequestAborted);
        var then = Filter.In(next is null ? "moderation" : $"moderation/cases/{next}");
        Navigation.NavigateTo(QueryHelpers.AddQueryString(then, "done", CaseId.ToString()));
    }

    private Dictionary<string, string> Typed() =>
        Http.Request.Form.Where(f => !f.Key.StartsWith('_')).ToDictionary(f => f.Key, f => f.Value.ToString());

    private async Task StayOrSay(object command, string then)
    {
        if (!await Say(command)) Navigation.NavigateTo(then);
    }

    /// <summary>True when it was refused: then the page shows the case as it is now, and why.</summary>
    private async Task<bool> Say(object command)
    {
        var refusals = await Sender.Send(command, Http.RequestAborted);
        if (refusals.Count == 0) return false;
        await Show(refusals);
        return true;
    }

    private async Task Show(IReadOnlyList<Refusal> refusals)
    {
        var clash = refusals.Any(r => r.Field is null);
        Http.Response.StatusCode = refusals.Any(CaseRules.IsConflict) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        var said = new RefusalsView(refusals, refusals[0].Key.StartsWith("Sanction.", StringComparison.Ordinal) ? S : Wording.Of(view!.Case.SubjectKind));
        (errors, conflict) = clash ? (null, said) : (said, (RefusalsView?)null);
        (view, acting) = (await Reader.Read(CaseId, Http.RequestAborted), false);
    }
}
