using System.Globalization;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Moderation.Opening;
using Souq.Moderation.Rules;
using Souq.Web.Localisation;
using Souq.Web.Memory;

namespace Souq.Moderation.Dashboard;

/// <summary>What moderators decided, counted from the flat table; at most half a minute old.</summary>
public sealed class DashboardReader(NpgsqlDataSource source, ICatalog catalog, IConfiguration configuration, TimeProvider time) : IDisposable
{
    /// <summary>Seconds, hours and days at which waits and ages are told apart.</summary>
    public static IReadOnlyList<int> Steps { get; } = [300, 3600, 4 * 3600, 24 * 3600, 72 * 3600];

    /// <summary>Rows of a breakdown.</summary>
    public const int MostGroups = 15;

    private const string Approving = "('Approved', 'Kept', 'Changed')";

    private const string Tally = $"""
        count(*)::int, count(*) filter (where outcome not in {Approving})::int,
        coalesce(percentile_cont(0.5) within group (order by waited), 0)::int, coalesce(percentile_cont(0.9) within group (order by waited), 0)::int,
        count(appealed_at)::int, count(answered_at)::int, count(*) filter (where overturned)::int,
        count(second_at)::int, count(*) filter (where second_at is not null and (outcome in {Approving}) = (second_outcome = 'Approved'))::int
        """;

    private readonly ShortMemory memory = new(configuration, 64);

    public Task<DashboardNumbers> Read(DashboardFilter filter, CancellationToken cancellation) =>
        memory.Of(filter.ToString(), () => Count(filter, cancellation));

    public void Dispose() => memory.Dispose();

    private async Task<DashboardNumbers> Count(DashboardFilter filter, CancellationToken cancellation)
    {
        var today = Formats.Today(time);
        var first = today.AddDays(1 - filter.Days);
        var groups = Groups(filter.Section);
        int[]? sections = filter.Section is { } chosen ? [.. catalog.Current.Sections.Where(s => s.Path.Contains(chosen)).Select(s => s.Id)] : null;
        await using var batch = source.CreateBatch();
        var all = $"{RulingsTable.Name} where day >= $1 and by_id <> $2{Where(filter, 3)}";
        var decided = $"{all} and kind is distinct from '{SubjectKinds.Person}'";
        Ask($"select {Tally} from {decided}");
        Ask($"select day, count(*) filter (where outcome in {Approving})::int, count(*) filter (where outcome not in {Approving})::int from {decided} group by day");
        Ask($"select width_bucket(waited, array[{string.Join(',', Steps)}]), count(*)::int from {decided} group by 1");
        Ask($"select date_trunc('week', day::timestamp)::date, count(answered_at)::int, count(*) filter (where overturned)::int from {decided} and answered_at is not null group by 1");
        var next = 3 + new object?[] { filter.Section, filter.Rule, filter.Language }.Count(f => f is not null);
        Ask(string.Create(CultureInfo.InvariantCulture, $"""
            select g.above, {Tally} from (select * from {decided}) r join unnest(${next}::int[], ${next + 1}::int[]) g(id, above) on g.id = r.section_id group by 1 order by 2 desc
            """), groups.Keys.ToArray(), groups.Values.ToArray());
        Ask($"select rule, {Tally} from (select *, unnest(rules) rule from {decided}) r group by 1 order by 2 desc limit {MostGroups}");
        Ask($"select language, {Tally} from {decided} group by 1 order by 2 desc");
        Ask($"select by_id, {Tally} from {decided} group by 1 order by 2 desc limit {MostGroups}");
        Ask($"select coalesce(kind, '{SubjectKinds.Listing}'), {Tally} from {all} group by 1 order by 2 desc");
        Waiting();
        await using var row = await batch.ExecuteReaderAsync(cancellation);
        var total = (await Rows(r => TallyOf(r, 0)))[0];
        var days = (await Rows(r => (Day: r.GetFieldValue<DateOnly>(0), Yes: r.GetInt32(1), No: r.GetInt32(2)))).ToDictionary(d => d.Day);
        var waits = await Rows(r => (r.GetInt32(0), r.GetInt32(1)));
        var weeks = await Rows(r => new WeekOfAppeals(r.GetFieldValue<DateOnly>(0), r.GetInt32(1), r.GetInt32(2)));
        var bySection = await Rows(r => (Key: r.GetInt32(0), Tally: TallyOf(r, 1)));
        var byRule = await Rows(r => (r.GetGuid(0), TallyOf(r, 1)));
        var byLanguage = await Rows(r => (r.IsDBNull(0) ? "" : r.GetString(0), TallyOf(r, 1)));
        var byModerator = await Rows(r => (r.GetGuid(0), TallyOf(r, 1)));
        var byKind = await Rows(r => (r.GetString(0), TallyOf(r, 1)));
        var ages = await Rows(r => (r.GetInt32(0), r.GetInt32(1)));
        return new(
            total, [.. Enumerable.Range(0, filter.Days).Select(first.AddDays).Select(d => days.TryGetValue(d, out var found) ? new DayOfDecisions(d, found.Yes, found.No) : new(d, 0, 0))],
            Buckets(waits), Buckets(ages), [.. weeks.OrderBy(w => w.First)], bySection, byRule, byLanguage, byModerator, byKind);

        void Ask(string sql, params object[] more) =>
            Add(new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = first }, new() { Value = RuleActor.Id } } }, more);

        void Waiting()
        {
            var step = $"width_bucket(greatest(0, extract(epoch from $1 - since)), array[{string.Join(',', Steps)}]::numeric[])";
            Add(new NpgsqlBatchCommand($"select {step}, count(*)::int from {OpeningsTable.Name} where waiting{Where(filter, 2)} group by 1") { Parameters = { new() { Value = time.GetUtcNow() } } });
        }

        void Add(NpgsqlBatchCommand command, params object[] more)
        {
            foreach (var value in (object?[])[sections, filter.Rule is { } rule ? new[] { rule } : null, filter.Language, .. more])
                if (value is not null) command.Parameters.Add(new() { Value = value });
            batch.BatchCommands.Add(command);
        }

        async Task<List<T>> Rows<T>(Func<NpgsqlDataReader, T> read)
        {
            var rows = new List<T>();
            while (await row.ReadAsync(cancellation)) rows.Add(read(row));
            await row.NextResultAsync(cancellation);
            return rows;
        }
    }

    /// <summary>Every section below the one that is chosen, and which of its children it belongs to.</summary>
    private Dictionary<int, int> Groups(int? chosen)
    {
        var depth = chosen is { } id ? catalog.Current.PathOf(id).Count : 0;
        return catalog.Current.Sections.Where(s => depth == 0 || s.Path.Contains(chosen!.Value)).ToDictionary(s => s.Id, s => s.Path[Math.Min(depth, s.Path.Count - 1)]);
    }

    /// <summary>Only what is asked for stands in the question, so that its index is used.</summary>
    /// <param name="from">Number of the first parameter.</param>
    private static string Where(DashboardFilter filter, int from)
    {
        var where = "";
        if (filter.Section is not null) where += string.Create(CultureInfo.InvariantCulture, $" and section_id = any(${from++})");
        if (filter.Rule is not null) where += string.Create(CultureInfo.InvariantCulture, $" and rules @> ${from++}");
        if (filter.Language is not null) where += string.Create(CultureInfo.InvariantCulture, $" and language = ${from}");
        return where;
    }

    private static int[] Buckets(IReadOnlyList<(int Step, int Count)> found)
    {
        var all = new int[Steps.Count + 1];
        foreach (var (step, count) in found) all[step] = count;
        return all;
    }

    private static DecisionTally TallyOf(NpgsqlDataReader row, int from) => new(
        row.GetInt32(from), row.GetInt32(from + 1), TimeSpan.FromSeconds(row.GetInt32(from + 2)), TimeSpan.FromSeconds(row.GetInt32(from + 3)),
        row.GetInt32(from + 4), row.GetInt32(from + 5), row.GetInt32(from + 6), row.GetInt32(from + 7), row.GetInt32(from + 8));
}
