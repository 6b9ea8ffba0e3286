using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Accounts.Roles;
using Souq.Accounts.SigningUp;
using Souq.Kernel;
using Souq.TestSupport;
using Souq.Web.Commands;
using Souq.Web.Security;
using Wolverine.Tracking;

namespace Souq.Integration.Accounts;

[Collection(nameof(AccountsCollection))]
public sealed class PeopleTests(AccountsFixture fixture, TestCluster cluster)
{
    private readonly AccountsMarket market = fixture.Market;

    [Fact]
    public async Task Of_two_nodes_that_make_the_same_address_at_once_one_is_refused_clearly()
    {
        await using var other = await AccountsMarket.Open(cluster, market.Connection);
        var email = AccountsMarket.NewAddress();

        var results = await Task.WhenAll(new[] { market, other, market, other }.Select(node => Create(node, email)));

        results.Count(r => r.Succeeded).ShouldBe(1);
        results.Where(r => !r.Succeeded).ShouldAllBe(r => r.Errors.First().Code.StartsWith("Duplicate", StringComparison.Ordinal));
        await using var session = market.Store.QuerySession();
        var normalized = Person.Normalize(email);
        (await session.Query<Person>().CountAsync(p => p.NormalizedEmail == normalized, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_sign_ups_of_one_address_at_once_make_one_person_and_no_error()
    {
        var email = AccountsMarket.NewAddress();
        var sender = market.Host.Services.GetRequiredService<CommandSender>();

        await market.Host.ExecuteAndWaitAsync(_ => Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            sender.Send(new SignUp(Guid.CreateVersion7(), email, "Amina", "hash", null, Language.Arabic, null)))));

        (await market.Person(email)).ShouldNotBeNull();
        market.MailTo(email).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Of_two_changes_to_one_version_of_a_person_the_second_fails()
    {
        await using var scope = market.Host.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var (one, two) = ((await people.FindByEmailAsync(DemoPeople.Merchant))!, (await people.FindByEmailAsync(DemoPeople.Merchant))!);
        one.Name = "One";
        two.Name = "Two";

        (await people.UpdateAsync(one)).Succeeded.ShouldBeTrue();
        (await people.UpdateAsync(two)).Errors.ShouldHaveSingleItem().Code.ShouldBe("ConcurrencyFailure");
        (await people.UpdateAsync(one)).Succeeded.ShouldBeTrue("a written person carries his new version");
    }

    [Fact]
    public async Task A_role_is_an_event_and_reaches_open_sessions()
    {
        var email = await market.Member();
        var grant = market.Host.Services.GetRequiredService<GrantAdmin>();
        (await grant.To(AccountsMarket.NewAddress(), TestContext.Current.CancellationToken)).ShouldContain("Nobody");
        (await grant.To(email, TestContext.Current.CancellationToken)).ShouldContain("is an admin now");
        (await grant.To(email.ToUpperInvariant(), TestContext.Current.CancellationToken)).ShouldContain("already");

        var person = (await market.Person(email))!;
        person.Roles.ShouldBe([Principal.Admin]);
        await using var session = market.Store.QuerySession();
        (await session.LoadAsync<Membership>(person.Id, TestContext.Current.CancellationToken))!.Roles.ShouldBe([Principal.Admin]);
    }

    [Fact]
    public async Task A_letter_with_one_key_is_sent_once_in_the_persons_language()
    {
        var email = await market.Member();
        var id = (await market.Person(email))!.Id;
        var command = new NotifyPerson(id, "test.news", Guid.NewGuid(), $"test.news:{id}");

        await market.Host.InvokeMessageAndWaitAsync(command);
        await market.Host.InvokeMessageAndWaitAsync(command);

        market.MailTo(email).Where(m => m.Subject!.StartsWith("News", StringComparison.Ordinal)).ShouldHaveSingleItem().Subject.ShouldBe("News in French");
    }

    [Fact]
    public async Task Nothing_is_sent_to_strangers_the_unconfirmed_or_about_settled_matters()
    {
        var email = AccountsMarket.NewAddress();
        using var browser = market.Browser();
        await market.Follow(async () => await (await browser.Open("/fr/signup")).Submit("signup",
            ("name", "Amina"), ("email", email), ("password", AccountsMarket.Sentence), ("terms", "true")));
        var id = (await market.Person(email))!.Id;

        await market.Host.InvokeMessageAndWaitAsync(new NotifyPerson(id, "test.news", Guid.NewGuid(), "a"));
        await market.Host.InvokeMessageAndWaitAsync(new NotifyPerson(Guid.NewGuid(), "test.news", Guid.NewGuid(), "b"));
        await market.Host.InvokeMessageAndWaitAsync(new NotifyPerson(DemoPeople.IdOf(DemoPeople.Seller), "test.news", Guid.Empty, "c"));

        market.MailTo(email).ShouldAllBe(m => !m.Subject!.StartsWith("News", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_one_node_protects_another_reads()
    {
        await using var other = await AccountsMarket.Open(cluster, market.Connection);
        var secret = market.Host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("words");

        other.Host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret).ShouldBe("words");
    }

    [Fact]
    public async Task Every_membership_can_be_rebuilt_from_its_events()
    {
        var email = await market.Member();
        var id = (await market.Person(email))!.Id;
        await using var session = market.Store.QuerySession();
        var kept = await session.LoadAsync<Membership>(id, TestContext.Current.CancellationToken);

        await market.Host.Rebuild(typeof(IAccountsStore));

        await using var after = market.Store.QuerySession();
        var rebuilt = await after.LoadAsync<Membership>(id, TestContext.Current.CancellationToken);
        (rebuilt! with { Roles = [], Sections = [], LoweredFor = [], Sanctions = [], SanctionsOver = [] }).ShouldBe(kept! with { Roles = [], Sections = [], LoweredFor = [], Sanctions = [], SanctionsOver = [] });
        rebuilt.Roles.ShouldBe(kept.Roles);
        rebuilt.Sections.ShouldBe(kept.Sections);
        rebuilt.LoweredFor.ShouldBe(kept.LoweredFor);
        rebuilt.Sanctions.ShouldBe(kept.Sanctions);
        rebuilt.SanctionsOver.ShouldBe(kept.SanctionsOver);
    }

    private static async Task<IdentityResult> Create(AccountsMarket node, string email)
    {
        await using var scope = node.Host.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        return await people.CreateAsync(
            new Person { Id = Guid.CreateVersion7(), Email = email, NormalizedEmail = "", Name = "Amina" }, AccountsMarket.Sentence);
    }
}
