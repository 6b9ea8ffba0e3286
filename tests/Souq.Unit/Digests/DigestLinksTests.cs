using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;
using Souq.Digests.Subscribing;

namespace Souq.Unit.Digests;

public class DigestLinksTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
    private readonly Guid id = Guid.CreateVersion7();
    private readonly DigestLinks links;

    public DigestLinksTests() => links = new DigestLinks(new EphemeralDataProtectionProvider(), clock);

    [Fact]
    public void A_confirmation_link_works_for_three_days()
    {
        var token = links.Confirm(id).Split('/')[^1];
        clock.Advance(TimeSpan.FromDays(3));
        links.ReadConfirm(token).ShouldBe(id);
        clock.Advance(TimeSpan.FromSeconds(1));
        links.ReadConfirm(token).ShouldBeNull();
    }

    [Fact]
    public void A_link_to_stop_works_as_long_as_the_mail_lies_around()
    {
        var token = links.StopToken(id);
        clock.Advance(TimeSpan.FromDays(3650));
        links.ReadStop(token).ShouldBe(id);
    }

    [Fact]
    public void A_link_is_good_for_its_own_purpose_only()
    {
        links.ReadStop(links.Confirm(id).Split('/')[^1]).ShouldBeNull();
        links.ReadConfirm(links.StopToken(id)).ShouldBeNull();
        links.ReadManage(links.StopToken(id)).ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("%%%")]
    public void What_is_no_link_of_ours_opens_nothing(string? token) => links.ReadStop(token).ShouldBeNull();

    [Fact]
    public void A_link_that_was_changed_opens_nothing()
    {
        var token = links.StopToken(id);
        links.ReadStop((token[0] == 'A' ? 'B' : 'A') + token[1..]).ShouldBeNull();
    }
}
