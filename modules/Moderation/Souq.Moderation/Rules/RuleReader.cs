using Marten;
using Npgsql;
using Souq.Kernel;

namespace Souq.Moderation.Rules;

/// <summary>What a rule found lately.</summary>
/// <param name="Found">Adverts.</param>
/// <param name="Right">Of them, refused by moderators.</param>
/// <param name="Wrong">Of them, approved.</param>
public sealed record RuleFinds(int Found, int Right, int Wrong)
{
    public static readonly RuleFinds None = new(0, 0, 0);

    /// <summary>0 to 1; <c>null</c> where nothing was decided.</summary>
    public double? Precision => Right + Wrong == 0 ? null : (double)Right / (Right + Wrong);
}

/// <summary>A rule as its page shows it.</summary>
/// <param name="Trial">The last one; <c>null</c> before the first.</param>
/// <param name="History">The newest first.</param>
public sealed record RuleView(Rule Rule, RuleFinds Finds, Trial? Trial, IReadOnlyList<object> History);

/// <summary>Reads rules for those who write them.</summary>
public sealed class RuleReader(IModerationStore store, NpgsqlDataSource source, TimeProvider time)
{
    public const int Days = 30;

    private const int MostRules = 500, MostHistory = 50;

    /// <summary>In force first, then by name.</summary>
    public async Task<IReadOnlyList<(Rule Rule, RuleFinds Finds)>> All(CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var rules = await session.Query<Rule>().OrderBy(r => r.Id).Take(MostRules).ToListAsync(cancellation);
        var finds = await Finds(cancellation);
        return [.. rules.OrderBy(r => r.InForce is null).ThenBy(r => r.Draft.Title, StringComparer.CurrentCulture).Select(r => (r, finds.GetValueOrDefault((r.Id, r.Holds), RuleFinds.None)))];
    }

    /// <exception cref="NotFoundException">There is no such rule.</exception>
    public async Task<RuleView> Read(Guid ruleId, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Rule>(ruleId, cancellation) is not { } rule) throw new NotFoundException($"rule {ruleId}");
        var happened = await session.Events.FetchStreamAsync(ruleId, token: cancellation);
        var finds = await Finds(cancellation);
        return new(
            rule, finds.GetValueOrDefault((rule.Id, rule.Holds), RuleFinds.None), await session.LoadAsync<Trial>(ruleId, cancellation),
            [.. happened.Select(e => e.Data).Reverse().Take(MostHistory)]);
    }

    private async Task<Dictionary<(Guid, int), RuleFinds>> Finds(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            """
            select rule_id, (data ->> 'revision')::int, count(*)::int, count(*) filter (where data ->> 'right' = 'true')::int, count(*) filter (where data ->> 'right' = 'false')::int
            from moderation.mt_doc_rulerecord where at >= $1 group by 1, 2
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = time.GetUtcNow().AddDays(-Days) });
        var finds = new Dictionary<(Guid, int), RuleFinds>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation)) finds[(row.GetGuid(0), row.GetInt32(1))] = new(row.GetInt32(2), row.GetInt32(3), row.GetInt32(4));
        return finds;
    }
}
