using Microsoft.Extensions.DependencyInjection;
using Souq.Mail.Operating;

namespace Souq.Integration.Mail;

public sealed class PostCounterTests(PostOfficeFixture fixture) : IClassFixture<PostOfficeFixture>, IAsyncLifetime
{
    private Node node = null!;

    public async ValueTask InitializeAsync()
    {
        node = fixture.Start();
        await Counter.Read(7, Cancel);
        await Run("truncate mail.letters, mail.days");
    }

    [Fact]
    public async Task Letters_are_counted_by_day_kind_domain_and_how_they_ended()
    {
        await Letters("a", 0, "digest", "gmail.com", "accepted", 5);
        await Letters("b", 0, "digest", "gmail.com", "unclear", 2);
        await Letters("c", 0, "notice", "yahoo.fr", "refused", 1);
        await Letters("d", 0, "notice", "yahoo.fr", "postponed", 1);
        await Letters("e", 0, "security", "gmail.com", "sending", 1);
        await Letters("f", 2, "digest", "gmail.com", "accepted", 7);
        await Letters("g", 20, "digest", "gmail.com", "accepted", 100);
        await Run("update mail.letters set returned = 'hard', returned_at = now() where key in ('a:1', 'f:1')");
        await Run("update mail.letters set returned = 'complaint', returned_at = now() where key = 'f:2'");

        var numbers = await Counter.Read(7, Cancel);
        numbers.Days.Count.ShouldBe(7);
        numbers.Total.ShouldSatisfyAllConditions(
            t => t.Letters.ShouldBe(17), t => t.Accepted.ShouldBe(12), t => t.Unknown.ShouldBe(2), t => t.Refused.ShouldBe(1),
            t => t.Waiting.ShouldBe(2), t => t.Bounced.ShouldBe(2), t => t.Complained.ShouldBe(1));
        numbers.ByDomain.Select(d => (d.Domain, d.Count.Letters)).ShouldBe([("gmail.com", 15), ("yahoo.fr", 2)]);
        var days = numbers.PerDay(["digest", "notice", "security"]);
        days[^1].Letters.ShouldBe([7, 2, 1]);
        days[^3].Letters.ShouldBe([7, 0, 0]);
        (await Counter.Read(30, Cancel)).Total.Letters.ShouldBe(117);
    }

    [Fact]
    public async Task A_letter_whose_sender_is_long_silent_is_unknown()
    {
        await Letters("s", 0, "digest", "gmail.com", "sending", 1);
        (await Counter.Read(7, Cancel)).Total.ShouldSatisfyAllConditions(t => t.Waiting.ShouldBe(1), t => t.Unknown.ShouldBe(0));
        await fixture.Age("s:1", TimeSpan.FromMinutes(11));
        (await Counter.Read(7, Cancel)).Total.ShouldSatisfyAllConditions(t => t.Waiting.ShouldBe(0), t => t.Unknown.ShouldBe(1));
    }

    [Fact]
    public async Task What_comes_back_later_is_counted_to_its_day_in_the_night()
    {
        await Letters("l", 3, "digest", "gmail.com", "accepted", 2);
        (await Counter.Read(7, Cancel)).Total.Bounced.ShouldBe(0);
        await Run("update mail.letters set returned = 'soft', returned_at = now() where key = 'l:1'");
        await Counter.Tidy(Cancel);
        await Counter.Tidy(Cancel);
        (await Counter.Read(7, Cancel)).Total.ShouldSatisfyAllConditions(t => t.Bounced.ShouldBe(1), t => t.Letters.ShouldBe(2));
    }

    [Fact]
    public async Task Old_letters_are_forgotten_and_still_counted()
    {
        await Letters("o", 390, "digest", "gmail.com", "accepted", 2);
        await Counter.Read(7, Cancel);
        await Run("update mail.letters set first_at = now() - interval '401 days'");
        await Counter.Tidy(Cancel);
        (await Scalar("select count(*) from mail.letters")).ShouldBe(0L);
        (await Scalar("select sum(letters)::bigint from mail.days")).ShouldBe(2L);
    }

    [Fact]
    public async Task The_list_shows_each_state_and_turns_pages_without_losing_any()
    {
        await Letters("p", 0, "digest", "gmail.com", "accepted", 45);
        await Letters("q", 0, "notice", "gmail.com", "refused", 45);
        await using var scope = node.Services.CreateAsyncScope();
        var list = scope.ServiceProvider.GetRequiredService<LetterList>();

        (await Pages(list, null)).Count.ShouldBe(90);
        (await Pages(list, "refused")).ShouldAllBe(l => l.State == "refused" && l.Kind == "notice");
        (await Pages(list, "refused")).Count.ShouldBe(45);
        (await Pages(list, "unknown")).ShouldBeEmpty();
        (await list.Read("accepted", "notice", null, Cancel)).Lines.ShouldBeEmpty();
        (await list.Read("'; drop table mail.letters", "\0", "nonsense~\0", Cancel)).Lines.Count.ShouldBe(40);
    }

    private static async Task<List<LedgerLine>> Pages(LetterList list, string? state)
    {
        List<LedgerLine> lines = [];
        string? next = null;
        do
        {
            var page = await list.Read(state, null, next, Cancel);
            lines.AddRange(page.Lines);
            next = page.Next;
        }
        while (next is not null);
        lines.Select(l => l.Key).ShouldBeUnique();
        return lines;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PostCounter Counter => node.Services.GetRequiredService<PostCounter>();

    private Task Letters(string key, int daysAgo, string kind, string domain, string state, int count) => Run(
        $"""
        insert into mail.letters (key, message_id, promise, state, attempts, first_at, last_at, kind, domain)
        select '{key}:' || n, '{key}' || n, 'Once', '{state}', 1, now() - interval '{daysAgo} days', now() - interval '{daysAgo} days', '{kind}', '{domain}'
        from generate_series(1, {count}) n
        """);

    private async Task Run(string sql)
    {
        await using var command = fixture.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private async Task<object?> Scalar(string sql)
    {
        await using var command = fixture.Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancel);
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();
}
