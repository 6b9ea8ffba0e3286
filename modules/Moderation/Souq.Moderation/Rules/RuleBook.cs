using Marten;
using Souq.Listings.Contracts;
using Souq.Moderation.Rules.Submitters;

namespace Souq.Moderation.Rules;

/// <summary>The rules in force, read anew for each decision: what an admin changes holds at once on every node.</summary>
public sealed class RuleBook
{
    public static readonly RuleBook Empty = new([]);

    private const int MostRules = 500;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly IReadOnlyList<(Rule Rule, RuleMatcher Matcher)> rules;
    private readonly Lazy<HashSet<string>> triggers;

    public RuleBook(IEnumerable<Rule> rules)
    {
        this.rules = [.. rules.Where(r => r.InForce is not null).Select(r => (r, RuleMatchers.Of(r.Id, r.InForce!)))];
        triggers = new(() => [.. this.rules.SelectMany(r => r.Matcher.Triggers)]);
    }

    public static async Task<RuleBook> Load(IQuerySession session, CancellationToken cancellation) =>
        new(await session.Query<Rule>().Where(r => r.InForce != null).OrderBy(r => r.Id).Take(MostRules).ToListAsync(cancellation));

    /// <summary>All that rules have to say about an advert, what refuses first.</summary>
    public IReadOnlyList<RuleHit> Hits(RuleInput input)
    {
        // Most adverts say nothing that any rule listens to: that is found out once, and not by each rule anew.
        var speaks = input.Words.Any(word => Array.Exists(Meanings.Of(word), triggers.Value.Contains));
        return
        [
            .. from r in rules
               where speaks || r.Rule.InForce!.Kind != RuleKind.Words
               let evidence = r.Matcher.Evidence(input, input.Noted.Contains(r.Rule.Id))
               where evidence is not null
               orderby r.Rule.InForce!.Effect descending
               select new RuleHit(r.Rule.Id, r.Rule.Holds, r.Rule.InForce!.Title, r.Rule.InForce.Kind, r.Rule.InForce.Effect, evidence, r.Rule.InForce.ReasonCode),
        ];
    }

    /// <summary>The rules about who hands an advert in that mean its seller; not read where there are none.</summary>
    public async Task<IReadOnlyList<Guid>> Noted(ListingSubmitted advert, IQuerySession session, CancellationToken cancellation) =>
        rules.Any(r => r.Rule.InForce!.Kind.IsAboutSubmitter()) ? await SubmitterNote.Of(advert.SellerId, advert.At, session, cancellation) : [];

    /// <summary>How many adverts the seller handed in within the hour before this one, which counts too; not read where no rule asks.</summary>
    public async Task<int> InHour(ListingSubmitted advert, IQuerySession session, CancellationToken cancellation)
    {
        if (rules.All(r => r.Rule.InForce!.Kind != RuleKind.Pace)) return 1;
        var since = advert.At - Hour;
        return 1 + await session.Query<Case>().CountAsync(c => c.SellerId == advert.SellerId && c.SubmittedAt > since && c.SubjectId != advert.ListingId, cancellation);
    }
}
