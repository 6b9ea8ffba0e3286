using CsCheck;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;
using Souq.Accounts;
using Souq.Accounts.Letters;

namespace Souq.Unit.Accounts;

public sealed class LinkTokenTests
{
    private readonly FakeTimeProvider clock = new(People.Noon);
    private readonly LinkToken tokens;

    public LinkTokenTests() => tokens = new(new EphemeralDataProtectionProvider(), clock);

    [Fact]
    public void A_link_says_whose_mailbox_it_was_read_in()
    {
        var person = People.Unconfirmed();
        var proof = tokens.Read(LinkToken.Confirm, tokens.Write(LinkToken.Confirm, person, TimeSpan.FromDays(3)));

        proof!.PersonId.ShouldBe(person.Id);
        LinkToken.Fits(proof.Stamp, person.SecurityStamp).ShouldBeTrue();
        LinkToken.Fits(proof.Stamp, Person.NewStamp()).ShouldBeFalse();
    }

    [Fact]
    public void A_link_for_one_purpose_is_nothing_for_another() =>
        tokens.Read(LinkToken.Reset, tokens.Write(LinkToken.Confirm, People.Unconfirmed(), TimeSpan.FromDays(3))).ShouldBeNull();

    [Fact]
    public void A_link_grows_old()
    {
        var token = tokens.Write(LinkToken.Reset, People.Confirmed(), TimeSpan.FromHours(2));
        clock.Advance(TimeSpan.FromHours(2));
        tokens.Read(LinkToken.Reset, token).ShouldNotBeNull();
        clock.Advance(TimeSpan.FromSeconds(1));
        tokens.Read(LinkToken.Reset, token).ShouldBeNull();
    }

    [Fact]
    public void A_link_fits_a_line_of_a_mail() =>
        tokens.Write(LinkToken.Confirm, People.Unconfirmed(), TimeSpan.FromDays(3)).Length.ShouldBeLessThan(220);

    [Fact]
    public void Nonsense_is_no_link() => Gen.String.Sample(text => tokens.Read(LinkToken.Confirm, text) is null);

    [Fact]
    public void A_link_with_one_letter_changed_is_no_link()
    {
        var token = tokens.Write(LinkToken.Confirm, People.Unconfirmed(), TimeSpan.FromDays(3));
        for (var i = 0; i < token.Length - 1; i++)
            tokens.Read(LinkToken.Confirm, token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..]).ShouldBeNull();
    }
}
