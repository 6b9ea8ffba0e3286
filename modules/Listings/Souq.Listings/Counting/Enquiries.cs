using Npgsql;

namespace Souq.Listings.Counting;

/// <summary>A person who wrote about an advert.</summary>
/// <param name="Waits">His are the last words.</param>
public sealed record Enquiry(Guid Conversation, Guid Person, DateTimeOffset Began, DateTimeOffset Last, bool Waits);

/// <summary>Reads <see cref="EnquiriesTable"/>.</summary>
public sealed class Enquiries(NpgsqlDataSource database)
{
    /// <summary>Who wrote about an advert, in the order in which they first did.</summary>
    public async Task<IReadOnlyList<Enquiry>> About(Guid listing, CancellationToken cancellation = default)
    {
        await using var command = database.CreateCommand(
            $"""
            select conversation, person, began, greatest(asked, answered), coalesce(asked > coalesce(answered, '-infinity'), false)
            from {EnquiriesTable.Name} where listing = $1 order by began, conversation limit 200
            """);
        command.Parameters.Add(new() { Value = listing });
        var found = new List<Enquiry>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            found.Add(new Enquiry(row.GetGuid(0), row.GetGuid(1), row.GetFieldValue<DateTimeOffset>(2), row.GetFieldValue<DateTimeOffset>(3), row.GetBoolean(4)));
        return found;
    }

    /// <summary>How many wrote about each advert, and how many of them wait for an answer; none for adverts nobody wrote about.</summary>
    public async Task<IReadOnlyDictionary<Guid, (int All, int Waiting)>> Numbers(IReadOnlyCollection<Guid> listings, CancellationToken cancellation = default)
    {
        await using var command = database.CreateCommand(
            $"""
            select listing, count(*)::int, (count(*) filter (where asked > coalesce(answered, '-infinity')))::int
            from {EnquiriesTable.Name} where listing = any($1) group by 1
            """);
        command.Parameters.Add(new() { Value = listings.ToArray() });
        var found = new Dictionary<Guid, (int, int)>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation)) found[row.GetGuid(0)] = (row.GetInt32(1), row.GetInt32(2));
        return found;
    }
}
