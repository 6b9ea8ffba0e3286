using Npgsql;
using Souq.Kernel;

namespace Souq.Accounts.Views;

/// <summary>One of the staff has seen something of a person.</summary>
/// <param name="By">Who looked.</param>
/// <param name="What">One of <see cref="Contracts.ViewedData"/>.</param>
/// <param name="Why">One of <see cref="Contracts.ViewReason"/>.</param>
/// <param name="About">Where he saw it, such as a case.</param>
public sealed record DataView(long Id, DateTimeOffset At, Guid By, Guid Whose, string What, string Why, Guid? About);

/// <summary>What of the log is asked for; <c>null</c> for all.</summary>
public sealed record ViewFilter(Guid? By = null, Guid? Whose = null, string? What = null);

/// <param name="Names">Of the people in the rows who are still there.</param>
/// <param name="Next">Where older ones begin; <c>null</c> on the last page.</param>
public sealed record ViewPage(IReadOnlyList<DataView> Rows, IReadOnlyDictionary<Guid, string> Names, string? Next, bool FromStart);

/// <summary>Reads who of the staff has seen what, the newest first.</summary>
public sealed class ViewLog(IAccountsStore store, NpgsqlDataSource database)
{
    public const int PageSize = 50;

    /// <param name="after">A cursor; anything else is the beginning.</param>
    public async Task<ViewPage> Page(ViewFilter filter, string? after, CancellationToken cancellation)
    {
        var fromStart = !Cursor.TryDecode(after, out DateTimeOffset at, out var id);
        var found = await Read(filter, fromStart ? null : (at, id), PageSize + 1, cancellation);
        List<DataView> rows = [.. found.Take(PageSize)];
        await using var session = store.QuerySession();
        var asked = rows.SelectMany(r => new[] { r.By, r.Whose }).Concat(new[] { filter.By, filter.Whose }.OfType<Guid>()).Distinct();
        var names = (await session.LoadManyAsync<Person>(cancellation, asked)).ToDictionary(p => p.Id, p => p.Name);
        return new(rows, names, found.Count > PageSize ? Cursor.Encode(rows[^1].At, rows[^1].Id) : null, fromStart);
    }

    /// <summary>What was seen of one person, for himself.</summary>
    public Task<List<DataView>> Of(Guid person, int most, CancellationToken cancellation) => Read(new(Whose: person), null, most, cancellation);

    private async Task<List<DataView>> Read(ViewFilter filter, (DateTimeOffset At, long Id)? after, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand();
        // Only what is asked for stands in the question, so that its index is used.
        var where = new List<string>();
        if (filter.By is { } by) where.Add($"by_id = {Said(by)}");
        if (filter.Whose is { } whose) where.Add($"whose_id = {Said(whose)}");
        if (filter.What is { } what) where.Add($"what = {Said(what)}");
        if (after is var (at, id)) where.Add($"(at, id) < ({Said(at)}, {Said(id)})");
        command.CommandText = $"""
            select id, at, by_id, whose_id, what, why, about from {ViewsTable.Name}
            {(where.Count > 0 ? "where " + string.Join(" and ", where) : "")} order by at desc, id desc limit {Said(most)}
            """;
        var rows = new List<DataView>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            rows.Add(new(row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.GetGuid(2), row.GetGuid(3), row.GetString(4), row.GetString(5), row.IsDBNull(6) ? null : row.GetGuid(6)));
        return rows;

        string Said(object value)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
            return $"${command.Parameters.Count}";
        }
    }
}
