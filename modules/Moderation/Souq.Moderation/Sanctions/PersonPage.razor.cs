using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Souq.Accounts.Contracts;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Opening;
using Souq.Moderation.Texts;
using Souq.Moderation.Undoing;
using Souq.Web.Commands;
using Souq.Web.Forms;
using Souq.Web.Security;

namespace Souq.Moderation.Sanctions;

public sealed partial class PersonPage(IModerationStore store, StandardTexts texts, CommandSender sender, NavigationManager navigation, TimeProvider time)
{
    private const string AnswerForm = "answer-", Answers = "answers";

    private PersonFile? file;
    private Intention? intention;
    private SellerRecord record = SellerRecord.None;
    private IReadOnlyDictionary<Guid, SanctionWords> words = new Dictionary<Guid, SanctionWords>();
    private RefusalsView? errors, conflict;
    private Guid id = Guid.CreateVersion7();
    private IReadOnlyList<OfferedText> offered = [];

    /// <summary>A form that was sent is there, whatever happened meanwhile: it may come from another tab.</summary>
    private bool acting;

    /// <summary>The decision whose own form was filled in; <c>null</c> for a new one.</summary>
    private Guid? answering;

    /// <summary>What was typed, with a standard text put in.</summary>
    private string? inserted;

    [Parameter] public Guid PersonId { get; set; }

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    /// <summary>What was decided a moment ago.</summary>
    [SupplyParameterFromQuery(Name = "done")] public string? Made { get; set; }

    /// <summary>What was taken back a moment ago.</summary>
    [SupplyParameterFromQuery(Name = "lifted")] public string? Lifted { get; set; }

    private Guid Me => Http.User.PersonId() ?? throw new ForbiddenException("Nobody is signed in");

    private bool Senior => Http.User.IsSenior();

    private DateTimeOffset Now => time.GetUtcNow();

    private IReadOnlyList<Choice> Kinds =>
        [.. Enum.GetValues<SanctionKind>().Where(k => Senior || k < SanctionKind.Suspension).Select(k => new Choice(k.ToString(), T[$"Kind.{k}"]))];

    private IReadOnlyList<Choice> Acts => [.. Enum.GetValues<LimitedAct>().Select(a => new Choice(a.ToString(), T[$"Act.{a}"]))];

    private IReadOnlyList<Choice> Reasons => [.. SanctionReasons.All.Select(r => new Choice(r, T[$"Reason.{r}"]))];

    /// <summary>Whether what was decided a moment ago has taken effect; <c>null</c> while it waits, and where nothing was.</summary>
    private bool? Done => file?.Intent is not null || Happened is not { } sanction ? null
        : Lifted is null ? file?.Find(sanction) is not null : file?.Find(sanction)?.IsLifted == true;

    private Guid? Happened => Guid.TryParse(Lifted ?? Made, out var sanction) ? sanction : null;

    /// <summary>What was taken back a moment ago, to be filled in again.</summary>
    private IReadOnlyDictionary<string, string>? Again => file?.Intent is null ? intention?.TypedBy(Me) : null;

    private bool Sent => HttpMethods.IsPost(Http.Request.Method) && Http.Request.Form["_handler"] != "undo";

    protected override async Task OnInitializedAsync()
    {
        acting = HttpMethods.IsPost(Http.Request.Method);
        if (acting && Guid.TryParse(Http.Request.Form["id"], out var sent)) id = sent;
        if (!acting) await sender.Send(new NoteView(Me, PersonId, ViewedData.Trust, ViewReason.LookBack), Http.RequestAborted);
        await Look();
        if (!acting && Guid.TryParse(Again?.GetValueOrDefault(Answers), out var answered)) answering = answered;
    }

    private async Task Look()
    {
        await using var session = store.QuerySession();
        file = await session.LoadAsync<PersonFile>(PersonFile.IdOf(PersonId), Http.RequestAborted);
        intention = await session.LoadAsync<Intention>(PersonFile.IdOf(PersonId), Http.RequestAborted);
        record = await SellerRecord.Of(PersonId, session, Http.RequestAborted);
        offered = await texts.ForPerson(record.Refused, Http.RequestAborted);
        if (file is not null)
            words = (await session.LoadManyAsync<SanctionWords>(Http.RequestAborted, file.Sanctions.Select(s => s.Id))).ToDictionary(w => w.Id);
    }

    private async Task Decide()
    {
        var form = Http.Request.Form;
        if (form["act"] == TextPicker.Act)
        {
            (inserted, acting) = (offered.FirstOrDefault(t => t.Key == form["text"])?.After(form["words"]), false);
            return;
        }

        if (!Enum.TryParse<SanctionKind>(form["kind"], out var kind) || !Enum.IsDefined(kind))
        {
            Refuse([new Refusal("Sanction.KindMissing", "kind")]);
            return;
        }

        var acts = form["acts"].Where(a => Enum.TryParse<LimitedAct>(a, out var act) && Enum.IsDefined(act)).Select(a => Enum.Parse<LimitedAct>(a!)).ToList();
        int? days = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : null;
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        var decision = new SanctionPerson(id, PersonId, Me, Senior, seen, kind, acts, days, form["reason"], form["words"]);
        await Send(new IntendSanction(id, PersonId, Me, decision, FilledIn()), $"?done={id}");
    }

    /// <summary>Takes back what nobody appealed against.</summary>
    private Task Lift(Guid sanctionId)
    {
        answering = sanctionId;
        var decision = new AnswerSanction(PersonId, sanctionId, Me, Senior, Lift: true, Http.Request.Form["words"]);
        return Send(new IntendSanction(Guid.CreateVersion7(), PersonId, Me, decision, FilledIn(sanctionId)), $"?lifted={sanctionId}");
    }

    private Task Undo() => Send(new UndoSanction(PersonId, Me), "", U);

    private Dictionary<string, string> FilledIn(Guid? answers = null)
    {
        var filled = Http.Request.Form.Where(f => !f.Key.StartsWith('_')).ToDictionary(f => f.Key, f => f.Value.ToString());
        if (answers is { } sanction) filled[Answers] = sanction.ToString();
        return filled;
    }

    private async Task Send(object command, string then, IStringLocalizer? wording = null)
    {
        var refusals = await sender.Send(command, Http.RequestAborted);
        if (refusals.Count == 0)
        {
            navigation.NavigateTo($"moderation/people/{PersonId}{then}");
            return;
        }

        await Look();
        Refuse(refusals, wording);
    }

    private void Refuse(IReadOnlyList<Refusal> refusals, IStringLocalizer? wording = null)
    {
        acting = false;
        var clash = refusals.Any(r => r.Field is null);
        Http.Response.StatusCode = clash ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        if (clash) conflict = new RefusalsView(refusals, wording ?? T);
        else errors = new RefusalsView(refusals, T);
    }

    private string? Typed(string field) => Sent ? Http.Request.Form[field].ToString() : Again?.GetValueOrDefault(field);

    /// <summary>In the form of a new decision.</summary>
    private string? NewOne(string field) => answering is null ? Typed(field) : null;

    private string[] New(string field) => (NewOne(field) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
}
