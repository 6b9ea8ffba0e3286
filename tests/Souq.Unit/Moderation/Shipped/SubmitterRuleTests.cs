using System.Net;
using CsCheck;
using Souq.Kernel;
using Souq.Moderation.Rules;
using Souq.Moderation.Rules.Submitters;
using Given = Souq.Unit.Listings.Given;

namespace Souq.Unit.Moderation.Shipped;

public sealed class SubmitterRuleTests
{
    [Theory]
    [InlineData("203.0.113.0/24", "203.0.113.0/24")]
    [InlineData("203.0.113.77/24", "203.0.113.0/24")]
    [InlineData(" 203.0.113.7 ", "203.0.113.7/32")]
    [InlineData("2001:db8::1/32", "2001:db8::/32")]
    [InlineData("2001:db8::1", "2001:db8::1/128")]
    [InlineData("0.0.0.0/0", null)]
    [InlineData("41.0.0.0/7", null)]
    [InlineData("::/0", null)]
    [InlineData("41.96", null)]
    [InlineData("203.0.113.0/33", null)]
    [InlineData("203.0.113.0/-1", null)]
    [InlineData("203.0.113.0/24/2", null)]
    [InlineData("::ffff:203.0.113.1", null)]
    [InlineData("oran", null)]
    public void A_network_is_read_as_it_is_meant_and_half_a_country_is_none(string typed, string? plain) => SubmitterRules.PlainNetwork(typed).ShouldBe(plain);

    [Theory]
    [InlineData("Mailinator.com", "mailinator.com")]
    [InlineData("@mailinator.com.", "mailinator.com")]
    [InlineData("post.example.dz", "post.example.dz")]
    [InlineData("com", null)]
    [InlineData("a@b.com", null)]
    [InlineData("-x.com", null)]
    [InlineData("x..com", null)]
    public void A_domain_is_read_as_it_is_meant(string typed, string? plain) => SubmitterRules.PlainDomain(typed).ShouldBe(plain);

    [Theory]
    [InlineData("203.0.113.9", null, true)]
    [InlineData("::ffff:203.0.113.9", null, true)]
    [InlineData("203.0.114.9", null, false)]
    [InlineData("2001:db8::5", null, false)]
    [InlineData(null, "mailinator.com", true)]
    [InlineData(null, "eu.mailinator.com", true)]
    [InlineData(null, "notmailinator.com", false)]
    [InlineData(null, "mailinator.com.dz", false)]
    [InlineData(null, null, false)]
    public void Rules_mean_who_is_within(string? address, string? domain, bool meant) =>
        (Rules().About(address is null ? null : IPAddress.Parse(address), domain).Count > 0).ShouldBe(meant);

    [Fact]
    public void Whatever_is_typed_is_read_or_refused_and_never_thrown_at() => Gen.String.Sample(text =>
    {
        var network = SubmitterRules.PlainNetwork(text);
        return network is null || SubmitterRules.PlainNetwork(network) == network;
    });

    [Fact]
    public void What_is_written_is_kept_in_its_plain_form_and_what_is_none_is_named()
    {
        Written("Network", networks: "203.0.113.77/24\n203.0.113.1/24").Words.ShouldBe(["203.0.113.0/24"]);
        Written("MailDomain", domains: "@Mailinator.com").Words.ShouldBe(["mailinator.com"]);
        Refused("Network", networks: "203.0.113.0/24\noran").ShouldBe(new Refusal("Rule.NetworkWrong", "networks", "oran").Key);
        Refused("Network").ShouldBe("Rule.NetworkWrong");
        Refused("MailDomain", domains: "com").ShouldBe("Rule.DomainWrong");
        Refused("MailDomain", effect: "Refuse", domains: "a.com").ShouldBe("Rule.RefusesWordsOnly");
        RuleDraft.Of(Written("Network", networks: "203.0.113.0/24")).ShouldSatisfyAllConditions(d => d.Networks.ShouldBe("203.0.113.0/24"), d => d.Words.ShouldBeNull());
    }

    [Fact]
    public void An_advert_is_found_by_such_a_rule_when_its_seller_was_noted_and_nothing_says_where_he_was()
    {
        var rule = Rule.Create(new RuleWritten(new("Réseau", RuleKind.Network, RuleEffect.Hold) { Words = ["203.0.113.0/24"] }, Cases.Me, Cases.Now)).Apply(new RulePutInForce(1, Cases.Me, Cases.Now)) with { Id = Guid.NewGuid() };
        var (book, input) = (new RuleBook([rule]), RuleInput.Of(Cases.Submitted(title: "203.0.113.0/24"), Given.Catalog, 0, 1));
        book.Hits(input).ShouldBeEmpty();
        book.Hits(input with { Noted = [rule.Id] }).ShouldHaveSingleItem().Evidence.ShouldBe("");
    }

    private static SubmitterRules Rules() => new(new[] { (RuleKind.Network, "203.0.113.0/24"), (RuleKind.MailDomain, "mailinator.com") }
        .Select(r => Rule.Create(new RuleWritten(new("x", r.Item1, RuleEffect.Hold) { Words = [r.Item2] }, Cases.Me, Cases.Now)).Apply(new RulePutInForce(1, Cases.Me, Cases.Now))));

    private static RuleSpec Written(string kind, string effect = "Hold", string? domains = null, string? networks = null) => WriteRuleHandler.Decide(
        null, new(Guid.NewGuid(), 0, new("x", kind, effect) { Domains = domains, Networks = networks, ReasonCode = "forbidden" }, Cases.Me), Given.Catalog, Cases.Now).Spec;

    private static string Refused(string kind, string effect = "Hold", string? domains = null, string? networks = null) =>
        Should.Throw<RefusedException>(() => Written(kind, effect, domains, networks)).Refusals[0].Key;
}
