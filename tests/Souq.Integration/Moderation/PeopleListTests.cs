using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Moderation;
using Souq.Moderation.Contracts;
using Souq.Moderation.Sanctions;
using Souq.Web.Security;

namespace Souq.Integration.Moderation;

/// <summary>Who is limited or shut out, with filters and page by page.</summary>
[Collection(nameof(ModerationMarket))]
public sealed partial class PeopleListTests(ModerationMarket market) : IAsyncLifetime
{
    private static readonly Guid Senior = new("5e410f00-0000-0000-0000-000000000006");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await market.Empty();
        await market.Tell(new StaffChanged(Senior, [Principal.Senior], [], market.Clock.GetUtcNow()));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_shows_what_holds_whom_it_befell_last_first_and_by_kind()
    {
        await Decide(SanctionKind.Warning);
        var (limited, suspended, banned) = (await Decide(SanctionKind.Limit), await Decide(SanctionKind.Suspension), await Decide(SanctionKind.Ban));
        var (lifted, graver) = (await Decide(SanctionKind.Ban), await Decide(SanctionKind.Limit));
        (await market.Send(new AnswerSanction(lifted.PersonId, lifted.SanctionId, ModerationSteps.Leila, true, true, null))).ShouldBeEmpty();
        await Decide(SanctionKind.Suspension, graver.PersonId);
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        (await People(karim)).ShouldBe([graver.PersonId, banned.PersonId, suspended.PersonId, limited.PersonId]);
        (await People(karim, "?kind=limit")).ShouldBe([limited.PersonId]);
        (await People(karim, "?kind=suspension")).ShouldBe([graver.PersonId, suspended.PersonId]);
        (await People(karim, "?kind=ban")).ShouldBe([banned.PersonId]);
        (await People(karim, "?kind=x%00&after=%27")).Count.ShouldBe(4);
        karim.Page.ShouldNotContain("dans la file");

        // Its time is over, though nobody has written it down yet; then somebody has.
        market.Clock.Advance(TimeSpan.FromDays(8));
        (await People(karim)).ShouldBe([banned.PersonId]);
        foreach (var one in new[] { limited, suspended }) await market.Tell(new EndSanction(one.PersonId, one.SanctionId));
        (await People(karim)).ShouldBe([banned.PersonId]);
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get("/fr/moderation/people?kind=limit");
        leila.Page.ShouldContain("Personne");
        leila.Page.ShouldContain("moderation?kind=sanction");
    }

    [Fact]
    public async Task Nobody_is_left_out_or_told_twice_between_pages()
    {
        var all = new List<Guid>();
        for (var i = 0; i < (2 * PeopleReader.PageSize) + 3; i++) all.Add((await Decide(SanctionKind.Limit, later: i % 3 == 0)).PersonId);
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        var (seen, next) = (new List<Guid>(), "?kind=limit");
        while (next.Length > 0 && seen.Count <= all.Count)
        {
            var page = await People(karim, next);
            page.Count.ShouldBeLessThanOrEqualTo(PeopleReader.PageSize);
            seen.AddRange(page);
            next = Next().Match(karim.Page) is { Success: true } found ? found.Groups[1].Value : "";
        }

        seen.Count.ShouldBe(all.Count);
        seen.ShouldBe(all, ignoreOrder: true);
    }

    [Fact]
    public async Task A_market_that_decided_before_there_was_a_list_fills_it_and_made_anew_it_is_the_same()
    {
        var banned = await Decide(SanctionKind.Ban);
        await using (var command = market.Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("truncate moderation.mt_doc_restrained")) await command.ExecuteNonQueryAsync(Stop);
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        (await People(karim)).ShouldBeEmpty();
        await market.Tell(new FillRestrained());
        (await People(karim)).ShouldBe([banned.PersonId]);
        await market.Host.Rebuild(typeof(IModerationStore));
        (await People(karim)).ShouldBe([banned.PersonId]);
    }

    private async Task<SanctionPerson> Decide(SanctionKind kind, Guid? person = null, bool later = true)
    {
        if (later) market.Clock.Advance(TimeSpan.FromSeconds(1));
        var decision = new SanctionPerson(
            Guid.CreateVersion7(), person ?? Guid.CreateVersion7(), Senior, true, null, kind, kind == SanctionKind.Limit ? [LimitedAct.Messaging] : [], 7, "fraud", null);
        (await market.Send(decision)).ShouldBeEmpty();
        return decision;
    }

    private static async Task<IReadOnlyList<Guid>> People(Browser somebody, string query = "")
    {
        await somebody.Get("/fr/moderation/people" + query);
        ((int)somebody.Status).ShouldBe(200);
        return [.. Person().Matches(somebody.Page).Select(m => Guid.Parse(m.Groups[1].Value))];
    }

    [GeneratedRegex("moderation/people/([0-9a-f-]{36})\"")]
    private static partial Regex Person();

    [GeneratedRegex("href=\"moderation/people([^\"]*)\" rel=\"next\"")]
    private static partial Regex Next();
}
