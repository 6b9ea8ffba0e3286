using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Souq.Moderation.Contracts;
using Souq.Moderation.Dashboard;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Web.Localisation;
using Souq.Web.Memory;

namespace Souq.Moderation.Transparency;

/// <summary>What moderators decided in a month, as it is counted in Algiers.</summary>
/// <param name="First">The day the month begins.</param>
/// <param name="Reversed">Decisions of this month that another moderator found wrong.</param>
public sealed record MonthOfDecisions(DateOnly First, int Approved, int Refused, int Removed, int Appealed, int Upheld, int Reversed, int Returned = 0, int Changed = 0)
{
    /// <summary>Decisions about people.</summary>
    public IReadOnlyDictionary<SanctionKind, int> People { get; init; } = ImmutableDictionary<SanctionKind, int>.Empty;

    /// <summary>Reasons given for refusing and removing, by their codes.</summary>
    public IReadOnlyDictionary<string, int> Reasons { get; init; } = ImmutableDictionary<string, int>.Empty;

    public MonthOfDecisions With(string reason, int more) =>
        this with { Reasons = new Dictionary<string, int>(Reasons) { [reason] = Reasons.GetValueOrDefault(reason) + more } };

    public MonthOfDecisions With(SanctionKind kind, int more) =>
        this with { People = new Dictionary<SanctionKind, int>(People) { [kind] = People.GetValueOrDefault(kind) + more } };
}

/// <param name="Months">The newest first; those in which nothing happened are there too.</param>
/// <param name="Reasons">How often each was given, the commonest first.</param>
public sealed record DecisionsInPublic(IReadOnlyList<MonthOfDecisions> Months, IReadOnlyList<(RefusalReason Reason, int Count)> Reasons);

/// <summary>Counts the decisions of a year for everybody to see; at most half a minute old.</summary>
public sealed class TransparencyReader(NpgsqlDataSource source, IConfiguration configuration, TimeProvider time) : IDisposable
{
    private const int Many = 12;

    // What was reported and may stay counts as approved.
    private const string Decided = $"""
        select date_trunc('month', day::timestamp)::date, case outcome when '{RulingsProjection.Kept}' then 'Approved' else outcome end, reason,
          count(*), count(appealed_at), count(*) filter (where not overturned), count(*) filter (where overturned), coalesce(kind = '{SubjectKinds.Person}', false)
        from {RulingsTable.Name} where day >= $1 group by 1, 2, 3, 8
        """;

    private readonly ShortMemory memory = new(configuration, 1);

    public Task<DecisionsInPublic> Read(CancellationToken cancellation) => memory.Of("year", () => Count(cancellation));

    public void Dispose() => memory.Dispose();

    private async Task<DecisionsInPublic> Count(CancellationToken cancellation)
    {
        var here = Formats.InAlgiers(time.GetUtcNow());
        var months = Enumerable.Range(0, Many).Select(i => new DateOnly(here.Year, here.Month, 1).AddMonths(-i)).ToDictionary(m => m, m => new MonthOfDecisions(m, 0, 0, 0, 0, 0, 0));
        var since = months.Keys.Min();
        var reasons = new Dictionary<string, int>();
        await using var command = source.CreateCommand(Decided);
        command.Parameters.Add(new NpgsqlParameter { Value = since });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            if (!months.TryGetValue(row.GetFieldValue<DateOnly>(0), out var month)) continue;
            var (outcome, count) = (row.GetString(1), (int)row.GetInt64(3));
            months[month.First] = month with
            {
                Approved = month.Approved + (outcome == nameof(month.Approved) ? count : 0),
                Refused = month.Refused + (outcome == nameof(month.Refused) ? count : 0),
                Removed = month.Removed + (outcome == nameof(month.Removed) ? count : 0),
                Returned = month.Returned + (outcome == nameof(month.Returned) ? count : 0),
                Changed = month.Changed + (outcome == nameof(month.Changed) ? count : 0),
                Appealed = month.Appealed + (int)row.GetInt64(4),
                Upheld = month.Upheld + (int)row.GetInt64(5),
                Reversed = month.Reversed + (int)row.GetInt64(6),
            };
            if (row.GetBoolean(7))
            {
                if (Enum.TryParse<SanctionKind>(outcome, out var kind)) months[month.First] = months[month.First].With(kind, count);
                continue;
            }

            if (row.IsDBNull(2)) continue;
            var reason = RefusalReasons.OrOther(row.GetString(2)).Code;
            reasons[reason] = reasons.GetValueOrDefault(reason) + count;
            months[month.First] = months[month.First].With(reason, count);
        }

        return new DecisionsInPublic(
            [.. months.Values.OrderByDescending(m => m.First)],
            [.. reasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => (RefusalReasons.OrOther(r.Key), r.Value))]);
    }
}
