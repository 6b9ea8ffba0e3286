using Microsoft.Extensions.Time.Testing;
using Souq.Accounts;
using Souq.Accounts.Tokens;
using Souq.Kernel;

namespace Souq.Unit.Accounts;

public class TokenDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
    private static readonly FakeTimeProvider Clock = new(Now);
    private static readonly Membership Member = new() { Id = Guid.CreateVersion7(), ConfirmedAt = Now };

    [Fact]
    public void A_secret_is_long_marked_and_never_twice_the_same()
    {
        var secrets = Enumerable.Range(0, 1000).Select(_ => TokenSecret.New()).ToList();
        secrets.ShouldAllBe(s => TokenSecret.IsShaped(s));
        secrets.ShouldBeUnique();
        TokenSecret.Prefix(secrets[0]).ShouldBe(secrets[0][..11]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("souq_")]
    [InlineData("Souq_0123456789012345678901234567890123456789012")]
    [InlineData("souq_012345678901234567890123456789012345678901é")]
    [InlineData("souq_0123456789012345678901234567890123456789012x")]
    public void What_is_no_secret_is_told_without_asking_the_database(string? text) => TokenSecret.IsShaped(text).ShouldBeFalse();

    [Fact]
    public void Of_a_token_the_event_says_only_that_it_is_there()
    {
        var (events, writes) = MakeTokenHandler.Handle(Make(), Member, new(0, false), Clock);
        events.ShouldHaveSingleItem().ShouldBeOfType<TokenMade>();
        writes.Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(20, false, "Tokens.TooMany")]
    [InlineData(3, true, "Tokens.Twice")]
    public void Too_many_tokens_and_the_same_form_again_are_refused(int active, bool same, string reason) =>
        Should.Throw<RefusedException>(() => MakeTokenHandler.Handle(Make(), Member, new(active, same), Clock)).Refusals.ShouldHaveSingleItem().Key.ShouldBe(reason);

    [Fact]
    public void Somebody_elses_token_cannot_be_revoked() => Should.Throw<NotFoundException>(() =>
        RevokeTokenHandler.Handle(new(Member.Id, Guid.NewGuid()), Member, Token(Guid.NewGuid()), Clock));

    [Fact]
    public void Revoking_twice_happens_once()
    {
        var token = Token(Member.Id);
        RevokeTokenHandler.Handle(new(Member.Id, token.Id), Member, token, Clock).Item1.ShouldHaveSingleItem();
        RevokeTokenHandler.Handle(new(Member.Id, token.Id), Member, token, Clock).Item1.ShouldBeEmpty();
    }

    private static MakeToken Make() => new(Member.Id, Guid.CreateVersion7(), "Caisse", "souq_Ab12Cd", "AA");

    private static ApiToken Token(Guid owner) =>
        new() { Id = Guid.CreateVersion7(), PersonId = owner, Name = "Caisse", Prefix = "souq_Ab12Cd", Hash = "AA" };
}
