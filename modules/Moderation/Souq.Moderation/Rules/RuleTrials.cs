using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Moderation.Opening;

namespace Souq.Moderation.Rules;

/// <summary>
/// Goes through the events of cases, page by page in their order, and asks a rule about each advert that came in, by what it said then. Of people who
/// were erased nothing is known any more, and their adverts are left out.
/// </summary>
public sealed class RuleTrials(IModerationStore store, NpgsqlDataSource source, ICatalog catalog, TimeProvider time)
{
    private const int Page = 10_000;

    private static readonly string[] Kinds =
        ["case_opened", "case_reopened", "case_approved", "case_refused", "case_removed", "decision_overturned", "decision_upheld"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>To its end, or until somebody tries the rule anew. After a crash it begins again.</summary>
    public async Task Run(RunTrial message, CancellationToken cancellation)
    {
        await using var reading = store.QuerySession();
        if (await reading.LoadAsync<Rule>(message.RuleId, cancellation) is not { } rule) return;
        if (await reading.LoadAsync<Trial>(message.RuleId, cancellation) is not { } trial || !IsMine(trial, message)) return;
        // A revision that was written meanwhile is another trial's.
        if (trial.Revision != rule.Revision) return;

        var since = trial.StartedAt.AddDays(-trial.Days);
        var (first, all) = await Extent(since, cancellation);
        var past = new TrialRun(new RuleMatcher(rule.Draft), await Approved(since, cancellation));
        for (var (after, seen) = (first - 1, 0L); ;)
        {
            var began = time.GetTimestamp();
            var (last, count) = await Read(past, after, cancellation);
            (after, seen) = (last, seen + count);
            trial = past.Result(trial with { Seen = seen, All = Math.Max(all, seen), EndedAt = count < Page ? time.GetUtcNow() : null });
            await using var writing = store.LightweightSession();
            if (await writing.LoadAsync<Trial>(message.RuleId, cancellation) is not { } current || !IsMine(current, message)) return;
            writing.Store(trial);
            await writing.SaveChangesAsync(cancellation);
            if (trial.EndedAt is not null) return;
            // Nobody waits for it as the market's readers do for their pages.
            await Task.Delay(time.GetElapsedTime(began) / 2, cancellation);
        }
    }

    private static bool IsMine(Trial trial, RunTrial message) => trial.StartedAt.ToUnixTimeMilliseconds() == message.StartedAt.ToUnixTimeMilliseconds() && trial.EndedAt is null;

    private async Task<(long First, long Count)> Extent(DateTimeOffset since, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select coalesce(min(seq_id), 0), count(*) from moderation.mt_events where timestamp >= $1 and type = any($2)");
        command.Parameters.Add(new NpgsqlParameter { Value = since.ToUniversalTime() });
        command.Parameters.Add(new NpgsqlParameter { Value = Kinds });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt64(0), row.GetInt64(1));
    }

    private async Task<Dictionary<Guid, int>> Approved(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            "select (data ->> 'sellerId')::uuid, count(*)::int from moderation.mt_doc_decision where at < $1 and data ->> 'outcome' = 'Approved' and data ->> 'by' <> $2 and data ->> 'kind' is null group by 1");
        command.Parameters.Add(new NpgsqlParameter { Value = before.ToUniversalTime() });
        command.Parameters.Add(new NpgsqlParameter { Value = RuleActor.Id.ToString() });
        var approved = new Dictionary<Guid, int>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation)) approved[row.GetGuid(0)] = row.GetInt32(1);
        return approved;
    }

    private async Task<(long Last, int Count)> Read(TrialRun past, long after, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            """
            select e.seq_id, e.stream_id, e.type, e.timestamp, e.data #> '{submission}', (e.data ->> 'revision')::int,
              coalesce(p.data ->> 'title', s.data ->> 'title'), coalesce(p.data ->> 'description', s.data ->> 'description')
            from (select * from moderation.mt_events where seq_id > $1 and type = any($2) order by seq_id limit $3) e
              left join moderation.mt_doc_casesubject s on s.id = e.stream_id and e.type like 'case\_%opened'
              left join moderation.mt_doc_pastwords p on p.case_id = e.stream_id and e.type like 'case\_%opened' and (p.data ->> 'revision')::int = (e.data #>> '{submission,revision}')::int
            order by e.seq_id
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = after });
        command.Parameters.Add(new NpgsqlParameter { Value = Kinds });
        command.Parameters.Add(new NpgsqlParameter { Value = Page });
        var count = 0;
        await using var row = await command.ExecuteReaderAsync(cancellation);
        for (; await row.ReadAsync(cancellation); count++)
        {
            after = row.GetInt64(0);
            var (id, kind) = (row.GetGuid(1), row.GetString(2));
            if (kind is "case_opened" or "case_reopened")
            {
                if (row.IsDBNull(6)) continue;
                var submission = JsonSerializer.Deserialize<Submission>(row.GetString(4), Json)!;
                past.Submitted(id, submission, RuleInput.PathOf(submission.SectionId, catalog.Current),
                    RuleInput.TextOf(row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7)), row.GetFieldValue<DateTimeOffset>(3));
            }
            else past.Decided(id, kind is "case_approved" or "decision_overturned");
        }

        return (after, count);
    }
}

/// <summary>What a trial knows by now. Pure; one thread at a time.</summary>
public sealed class TrialRun(RuleMatcher matcher, Dictionary<Guid, int> approved)
{
    private readonly Dictionary<Guid, Known> cases = [];

    /// <summary>Revisions that were decided before a newer one was submitted: each counts for itself.</summary>
    private readonly List<KeyValuePair<Guid, Known>> earlier = [];
    private readonly Dictionary<Guid, Queue<DateTimeOffset>> lately = [];

    private readonly record struct Known(Guid Seller, long Number, string? Evidence, bool? Refused);

    public void Submitted(Guid caseId, Submission advert, IReadOnlyList<int> sections, string text, DateTimeOffset at)
    {
        var hour = lately.TryGetValue(advert.SellerId, out var known) ? known : lately[advert.SellerId] = new();
        while (hour.TryPeek(out var oldest) && oldest <= at.AddHours(-1)) hour.Dequeue();
        hour.Enqueue(at);
        var input = new RuleInput(sections, text, advert.Price, approved.GetValueOrDefault(advert.SellerId), hour.Count, advert.Why.Contains(Signals.SamePhotos));
        if (cases.TryGetValue(caseId, out var before) && before.Refused is not null) earlier.Add(new(caseId, before));
        cases[caseId] = new Known(advert.SellerId, advert.Number, matcher.Evidence(input), null);
    }

    public void Decided(Guid caseId, bool approvedNow)
    {
        if (!cases.TryGetValue(caseId, out var known)) return;
        if (approvedNow && known.Refused is null) approved[known.Seller] = approved.GetValueOrDefault(known.Seller) + 1;
        cases[caseId] = known with { Refused = !approvedNow };
    }

    public Trial Result(Trial trial)
    {
        // As often as a page is read: one walk, and nothing is put aside.
        var (caught, wrong, undecided, missed) = (0, 0, 0, 0);
        var (caughtLast, wrongLast) = (new Queue<TrialExample>(), new Queue<TrialExample>());
        foreach (var (id, one) in earlier) Count(id, one);
        foreach (var (id, one) in cases) Count(id, one);
        return trial with
        {
            Caught = caught,
            Wrong = wrong,
            Undecided = undecided,
            Missed = missed,
            CaughtExamples = [.. caughtLast],
            WrongExamples = [.. wrongLast],
        };

        void Count(Guid id, in Known one)
        {
            if (one.Evidence is null) missed += one.Refused == true ? 1 : 0;
            else if (one.Refused is not { } refused) undecided++;
            else if (refused) caught += Keep(caughtLast, id, one);
            else wrong += Keep(wrongLast, id, one);
        }
    }

    private static int Keep(Queue<TrialExample> last, Guid id, in Known one)
    {
        if (last.Count == Trial.MostExamples) last.Dequeue();
        last.Enqueue(new TrialExample(id, one.Number, one.Evidence!));
        return 1;
    }
}
