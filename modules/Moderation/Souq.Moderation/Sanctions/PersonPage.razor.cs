using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Souq.Accounts.Contracts;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Opening;
using Souq.Moderation.Texts;
using Souq.Web.Commands;
using Souq.Web.Forms;
using Souq.Web.Security;

namespace Souq.Moderation.Sanctions;

public sealed partial class PersonPage(IModerationStore store, StandardTexts texts, CommandSender sender, NavigationManager navigation, TimeProvider time)
{
    private PersonFile? file;
    private SellerRecord record = SellerRecord.None;
    private IReadOnlyDictionary<Guid, SanctionWords> words = new Dictionary<Guid, SanctionWords>();
    private RefusalsView? errors, conflict;
    private Guid id = Guid.CreateVersion7();
    private Guid? answering;
    private bool done;
    private IReadOnlyList<OfferedText> offered = [];

    /// <summary>What was typed, with a standard text put in.</summary>
    private string? inserted;

    [Parameter] public Guid PersonId { get; set; }

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    private Guid Me => Http.User.PersonId() ?? throw new ForbiddenException("Nobody is signed in");

    private bool Senior => Http.User.IsSenior();

    private DateTimeOffset Now => time.GetUtcNow();

    private IReadOnlyList<Choice> Kinds =>
        [.. Enum.GetValues<SanctionKind>().Where(k => Senior || k < SanctionKind.Suspension).Select(k => new Choice(k.ToString(), T[$"Kind.{k}"]))];

    private IReadOnlyList<Choice> Acts => [.. Enum.GetValues<LimitedAct>().Select(a => new Choice(a.ToString(), T[$"Act.{a}"]))];

    private IReadOnlyList<Choice> Reasons => [.. SanctionReasons.All.Select(r => new Choice(r, T[$"Reason.{r}"]))];

    protected override async Task OnInitializedAsync()
    {
        done = Http.Request.Query.ContainsKey("done");
        if (HttpMethods.IsPost(Http.Request.Method) && Guid.TryParse(Http.Request.Form["id"], out var sent)) id = sent;
        if (HttpMethods.IsGet(Http.Request.Method)) await sender.Send(new NoteView(Me, PersonId, ViewedData.Trust, ViewReason.LookBack), Http.RequestAborted);
        await Look();
    }

    private async Task Look()
    {
        await using var session = store.QuerySession();
        file = await session.LoadAsync<PersonFile>(PersonFile.IdOf(PersonId), Http.RequestAborted);
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
            inserted = offered.FirstOrDefault(t => t.Key == form["text"])?.After(form["words"]);
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
        await Send(new SanctionPerson(id, PersonId, Me, Senior, seen, kind, acts, days, form["reason"], form["words"]));
    }

    private Task Answer(Guid sanctionId)
    {
        answering = sanctionId;
        return Send(new AnswerSanction(PersonId, sanctionId, Me, Senior, Http.Request.Form["act"] != "uphold", Http.Request.Form["words"]));
    }

    private async Task Send(object command)
    {
        var refusals = await sender.Send(command, Http.RequestAborted);
        if (refusals.Count == 0)
        {
            navigation.NavigateTo($"moderation/people/{PersonId}?done=");
            return;
        }

        await Look();
        Refuse(refusals);
    }

    private void Refuse(IReadOnlyList<Refusal> refusals)
    {
        var clash = refusals.Any(r => r.Field is null);
        Http.Response.StatusCode = clash ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        if (clash) conflict = new RefusalsView(refusals, T);
        else errors = new RefusalsView(refusals, T);
    }

    private string? Typed(string field) => HttpMethods.IsPost(Http.Request.Method) ? Http.Request.Form[field].ToString() : null;

    private IReadOnlyCollection<string> TypedAll(string field) =>
        HttpMethods.IsPost(Http.Request.Method) ? [.. Http.Request.Form[field].OfType<string>()] : [];
}
