using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Souq.Accounts.Contracts;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation.Console;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Staff;
using Souq.Moderation.Undoing;
using Souq.Web.Commands;
using Souq.Web.Forms;
using Souq.Web.Security;

namespace Souq.Moderation.Correcting;

/// <summary>Approves with a change. Nothing is changed that the moderator has not seen: he proposes, looks at the difference, and confirms.</summary>
public sealed partial class ChangePage(
    CaseReader reader, CaseDesk desk, CommandSender sender, NavigationManager navigation, IModerationStore store, ICatalog catalog, Scopes scopes, TimeProvider time)
{
    private const string ConfirmAct = "confirm";

    private CaseView? view;
    private CaseSubject? subject;
    private ChangeForm form = new("", [], "", "");
    private IReadOnlyList<Choice> contacts = [];
    private ChangeCopy? copy;
    private RefusalsView? errors, conflict;
    private string? obstacle;
    private string seen = "";
    private bool open, acting;

    [Parameter] public Guid CaseId { get; set; }

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    private Guid Me => Http.User.PersonId() ?? throw new ForbiddenException("Nobody is signed in");

    private IReadOnlyList<Choice> Sections =>
    [
        .. catalog.Current.Sections.Where(s => s.TakesAdverts && s.Id != view!.Submission.SectionId)
            .Select(s => new Choice(s.Id.ToString(CultureInfo.InvariantCulture), s.Name.In(Languages.Current), catalog.Current.Section(s.Path[0])!.Name.In(Languages.Current))),
    ];

    protected override async Task OnInitializedAsync()
    {
        await Look();
        if (HttpMethods.IsGet(Http.Request.Method))
            await sender.Send(new NoteView(Me, view!.Case.SellerId, ViewedData.Case, view.Case.IsRaised ? ViewReason.Report : ViewReason.Review, CaseId), Http.RequestAborted);
        acting = HttpMethods.IsPost(Http.Request.Method) && Http.Request.Form["_handler"] == "change";
        form = acting ? ChangeForm.Read(Http.Request.Form) : ChangeForm.Proposed(view!.Case.IsRaised ? null : subject);
        if (!acting && form.Hide.Count > 0) Preview();
    }

    private async Task Look()
    {
        var found = await reader.Read(CaseId, Http.RequestAborted);
        if (!(await scopes.Of(Me, Http.RequestAborted)).Covers(found.Submission.SectionId)) throw new ForbiddenException("The case is in a section of others");
        if (!found.Case.IsAdvert()) throw new NotFoundException("What is no advert is not changed by others");
        view = found;
        await using var session = store.QuerySession();
        subject = await session.LoadAsync<CaseSubject>(CaseId, Http.RequestAborted);
        contacts = [.. ChangeForm.Contacts(subject).Select(c => new Choice(c.Value, c.Text))];
        obstacle = view.Case.ObstacleFor(Me, time.GetUtcNow());
        open = obstacle is null && !view.Case.IsAppealed;
    }

    private async Task Act()
    {
        acting = false;
        var before = Http.Request.Form["seen"].ToString();
        if (Preview(revision: int.TryParse(Http.Request.Form["revision"], out var revision) ? revision : 0) is not { } command || Http.Request.Form["act"] != ConfirmAct) return;
        if (before != seen)
        {
            Refuse([new Refusal("Change.LookFirst")]);
            return;
        }

        var place = view!.Waiting;
        var refusals = await sender.Send(new IntendDecision(Guid.CreateVersion7(), CaseId, Me, command), Http.RequestAborted);
        if (refusals.Count > 0)
        {
            await Look();
            Refuse(refusals);
            return;
        }

        var next = await desk.TakeNext(QueueFilter.Read(Http.Request.Query, catalog.Current), place, Me, ready: null, Http.RequestAborted);
        navigation.NavigateTo(next is null ? $"moderation?done={CaseId}" : $"moderation/cases/{next}?done={CaseId}");
    }

    /// <summary>Makes what is proposed visible; <c>null</c> when it cannot be done.</summary>
    private ChangeCase? Preview(int? revision = null)
    {
        try
        {
            var command = form.Command(CaseId, revision ?? view!.Case.Revision, Me, subject);
            var changed = ChangeCaseHandler.Decide(view!.Case, subject, view.Submission.SectionId, command, catalog.Current, time.GetUtcNow());
            (copy, seen) = (ChangeCopy.Of(CaseId, subject!, changed), Seen(changed));
            return command;
        }
        catch (RefusedException refused)
        {
            if (revision is not null) Refuse(refused.Refusals);
            return null;
        }
    }

    private void Refuse(IReadOnlyList<Refusal> refusals)
    {
        Http.Response.StatusCode = refusals.Any(CaseRules.IsConflict) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        if (refusals.Any(r => CaseRules.IsConflict(r) || CaseRules.IsConflictOfInterest(r.Key))) conflict = new RefusalsView(refusals, M);
        else errors = new RefusalsView(refusals, T);
    }

    private static string Seen(CaseChanged changed) => string.Join(' ',
        [$"{changed.SectionId}", .. changed.HiddenInTitle.Select(p => $"t{p.Start}+{p.Length}"), .. changed.HiddenInText.Select(p => $"d{p.Start}+{p.Length}")]);
}
