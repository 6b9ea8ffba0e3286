using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Sanctions;
using Souq.Moderation.Undoing;
using Souq.Web.Commands;
using Souq.Web.Security;

namespace Souq.Integration.Moderation;

/// <summary>A decision about a person can be taken back for ten seconds, as one about a case.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class SanctionUndoTests(ModerationMarket market) : IAsyncLifetime
{
    private const string Somebody = "seller03@souq.test";

    private static readonly Guid Person = DemoPeople.IdOf(Somebody), Senior = new("5e410f00-0000-0000-0000-000000000003");

    private static readonly string Address = $"/fr/moderation/people/{Person}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await market.Empty();
        await market.Tell(new StaffChanged(Senior, [Principal.Senior], [], market.Clock.GetUtcNow()));
    }

    // People outlive a test here: nobody stays shut out.
    public async ValueTask DisposeAsync()
    {
        await using var session = market.Store.QuerySession();
        foreach (var file in await session.Query<PersonFile>().ToListAsync(CancellationToken.None))
            foreach (var sanction in file.Sanctions.Where(s => s.EndedAt is null))
                await market.Send(new AnswerSanction(file.PersonId, sanction.Id, sanction.By == ModerationSteps.Leila ? Senior : ModerationSteps.Leila, true, true, null));
    }

    [Fact]
    public async Task Nothing_is_sent_nor_anybody_suspended_before_the_ten_seconds_are_over()
    {
        await Intend(Ban());
        (await Happened()).ShouldBe(["SanctionIntended"]);
        market.Clock.Advance(TimeSpan.FromSeconds(9));
        await market.Tell(new CarryOutDueDecisions(market.Clock.GetUtcNow()));
        (market.Letters().Count, (await Member()).Sanctions.Count).ShouldBe((0, 0));
        using (await Browser.SignIn(market, Somebody))
        {
        }

        market.Clock.Advance(TimeSpan.FromSeconds(1));
        await market.Tell(new CarryOutDueDecisions(market.Clock.GetUtcNow()));
        (await Happened()).ShouldBe(["SanctionIntended", "SanctionTookEffect", "Sanctioned"]);
        market.Letters().ShouldHaveSingleItem().Subject.ShouldNotBeNull();
        (await Member()).Sanctions.ShouldHaveSingleItem().Kind.ShouldBe(SanctionKind.Ban);
    }

    [Fact]
    public async Task Taken_back_it_never_happens_and_what_was_typed_is_there_again()
    {
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get(Address);
        await karim.Post(Address, "sanction", ("id", $"{Guid.CreateVersion7()}"), ("seen", "0"), ("kind", "Limit"), ("acts", "Messaging"), ("acts", "PhoneReveals"), ("days", "9"),
            ("reason", "spam"), ("words", "Trop de messages."));
        await karim.Follow();
        foreach (var said in new[] { "prend effet à", "Restriction", "9 jours", "Trop de messages.", "Annuler" }) karim.Page.ShouldContain(said);
        karim.Page.ShouldNotContain("name=\"kind\"");
        using (var leila = await Browser.SignIn(market, DemoPeople.Admin))
        {
            await leila.Get(Address);
            leila.Page.ShouldContain("prend effet à");
            leila.Page.ShouldNotContain("value=\"undo\"");
            // From a tab that was open before.
            await leila.Post(Address, "sanction", ("id", $"{Guid.CreateVersion7()}"), ("seen", "0"), ("kind", "Warning"), ("reason", "spam"), ("words", ""));
            leila.Status.ShouldBe(HttpStatusCode.Conflict);
            leila.Page.ShouldContain("Un autre modérateur vient de décider");
            await leila.Post(Address, "undo");
            leila.Status.ShouldBe(HttpStatusCode.Conflict);
            leila.Page.ShouldContain("Trop tard");
        }

        await karim.Post(Address, "undo");
        karim.Status.ShouldBe(HttpStatusCode.Redirect);
        await karim.Follow();
        foreach (var said in new[] { "Décision annulée", "Trop de messages.", "value=\"9\"", "value=\"Limit\" checked", "value=\"Messaging\" checked", "value=\"PhoneReveals\" checked" })
            karim.Page.ShouldContain(said);
        await market.Settle();
        (await Happened()).ShouldBe(["SanctionIntended", "SanctionUndone"]);
        (market.Letters().Count, (await Member()).Sanctions.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task An_answer_can_be_taken_back_too()
    {
        var id = (await Decided(SanctionKind.Suspension)).SanctionId;
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get(Address);
        await leila.Post(Address, $"answer-{id:N}", ("act", "lift"), ("words", "Une erreur."));
        leila.Location.ShouldEndWith($"lifted={id}");
        await leila.Follow();
        leila.Page.ShouldContain("Une erreur.");
        await leila.Post(Address, "undo");
        await leila.Follow();
        leila.Page.ShouldContain("Une erreur.");
        await market.Settle();
        (await Member()).Sanctions.ShouldHaveSingleItem();
        await leila.Post(Address, $"answer-{id:N}", ("act", "lift"), ("words", "Une erreur."));
        await market.Settle();
        await leila.Follow();
        leila.Page.ShouldContain("la personne reçoit");
        (await Member()).Sanctions.ShouldBeEmpty();
    }

    [Fact]
    public async Task However_often_its_moment_comes_it_takes_effect_once()
    {
        var intent = await Intend(Ban());
        // As a machine whose clock is ahead would ask.
        await market.Tell(new CarryOutSanction(Person, intent));
        (await Happened()).ShouldBe(["SanctionIntended"]);
        market.Clock.Advance(Intent.Window);
        var message = new CarryOutSanction(Person, intent);
        await Task.WhenAll(Sender().Send(message, Stop), Sender().Send(message, Stop));
        await market.Tell(message);
        (await Happened()).Count(e => e == "Sanctioned").ShouldBe(1);
        market.Letters().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Taking_back_and_taking_effect_at_once_are_one_of_the_two()
    {
        var intent = await Intend(Ban());
        market.Clock.Advance(Intent.Window);
        var undone = Sender().Send(new UndoSanction(Person, Senior), Stop);
        await Task.WhenAll(undone, Sender().Send(new CarryOutSanction(Person, intent), Stop));
        var undo = (await undone).Count == 0;
        (await Happened()).Skip(1).ShouldBe(undo ? ["SanctionUndone"] : ["SanctionTookEffect", "Sanctioned"]);
    }

    [Fact]
    public async Task Two_who_intend_at_once_are_one_and_the_other_hears_so()
    {
        var acts = new[] { ModerationSteps.Karim, ModerationSteps.Leila, Senior }.Select(by => new IntendSanction(Guid.CreateVersion7(), Person, by, Warning(by)));
        var refusals = await Task.WhenAll(acts.Select(a => Sender().Send(a, Stop)));
        refusals.Count(r => r.Count == 0).ShouldBe(1);
        refusals.SelectMany(r => r).ShouldAllBe(r => r.Key == IntendSanctionHandler.Held);
        await market.Settle();
        (await Happened()).Count(e => e == "Sanctioned").ShouldBe(1);
    }

    [Fact]
    public async Task What_was_decided_meanwhile_stands_in_its_way_and_nothing_is_sent()
    {
        await Intend(Ban());
        (await market.Send(Warning(ModerationSteps.Karim))).ShouldBeEmpty();
        await market.Settle();
        (await Happened()).ShouldBe(["SanctionIntended", "Sanctioned", "SanctionLapsed"]);
        market.Letters().Count.ShouldBe(1);
        (await File()).Intent.ShouldBeNull();
    }

    [Fact]
    public async Task Who_lost_his_role_meanwhile_has_decided_nothing()
    {
        await Intend(Ban());
        await market.Tell(new StaffChanged(Senior, [], [], market.Clock.GetUtcNow().AddSeconds(1)));
        await market.Settle();
        (await Happened()).ShouldBe(["SanctionIntended", "SanctionLapsed"]);
        await Should.ThrowAsync<ForbiddenException>(() => Sender().Send(new IntendSanction(Guid.CreateVersion7(), Person, Senior, Warning(Senior)), Stop));
        await Should.ThrowAsync<ForbiddenException>(() => Sender().Send(new IntendSanction(Guid.CreateVersion7(), Person, ModerationSteps.Karim, Ban() with { By = ModerationSteps.Karim }), Stop));
    }

    [Fact]
    public async Task A_person_who_goes_takes_it_along()
    {
        var gone = Guid.CreateVersion7();
        (await market.Send(new IntendSanction(Guid.CreateVersion7(), gone, Senior, Warning(Senior) with { PersonId = gone, Words = "Sofiane" }))).ShouldBeEmpty();
        await market.Tell(new PersonErased(gone, market.Clock.GetUtcNow()));
        await using var session = market.Store.QuerySession();
        (await session.Query<Intention>().CountAsync(i => i.SellerId == gone, Stop)).ShouldBe(0);
    }

    private CommandSender Sender() => market.Host.Services.GetRequiredService<CommandSender>();

    private static SanctionPerson Ban() => new(Guid.CreateVersion7(), Person, Senior, true, 0, SanctionKind.Ban, [], null, "fraud", "Acompte demandé.");

    private static SanctionPerson Warning(Guid by) => new(Guid.CreateVersion7(), Person, by, false, 0, SanctionKind.Warning, [], null, "spam", null);

    private async Task<Guid> Intend(SanctionPerson decision)
    {
        (await market.Send(new IntendSanction(decision.SanctionId, Person, decision.By, decision))).ShouldBeEmpty();
        return decision.SanctionId;
    }

    private async Task<SanctionPerson> Decided(SanctionKind kind)
    {
        var decision = Ban() with { Kind = kind, Days = 7 };
        (await market.Send(decision)).ShouldBeEmpty();
        return decision;
    }

    private async Task<PersonFile> File()
    {
        await using var session = market.Store.QuerySession();
        return (await session.LoadAsync<PersonFile>(PersonFile.IdOf(Person), Stop)).ShouldNotBeNull();
    }

    private async Task<IReadOnlyList<string>> Happened()
    {
        await using var session = market.Store.QuerySession();
        return [.. (await session.Events.FetchStreamAsync(PersonFile.IdOf(Person), token: Stop)).Select(e => e.Data.GetType().Name)];
    }

    private async Task<Membership> Member()
    {
        await using var session = market.Host.Services.GetRequiredService<IAccountsStore>().QuerySession();
        return (await session.LoadAsync<Membership>(Person, Stop)).ShouldNotBeNull();
    }
}
