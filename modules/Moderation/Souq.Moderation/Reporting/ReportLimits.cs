using Microsoft.AspNetCore.Http;
using Npgsql;
using Souq.EventStore.Visitors;
using Souq.Web.Localisation;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Moderation.Reporting;

/// <summary>The secrets with which this module tells the visitors of a day apart; yesterday's is gone with the first report of today.</summary>
public sealed class ReportVisitors(NpgsqlDataSource database) : SecretsOfDays(database, "moderation", keep: 0);

/// <summary>How many reports a network may send in a day, counted in PostgreSQL for all nodes together.</summary>
public sealed class ReportLimits(NpgsqlDataSource database, ReportVisitors visitors, TimeProvider time)
{
    public const int PerNetworkAndDay = 10;

    /// <summary>A form may come back, and a photo with it.</summary>
    public const int PhotosPerNetworkAndDay = 2 * PerNetworkAndDay;

    /// <summary>Who reports: the same visitor on the same day, and nothing that leads to him.</summary>
    public ValueTask<Guid> Visitor(HttpContext http) => visitors.VisitorOf(http, Today, http.RequestAborted);

    /// <summary>The same for everybody behind one address, on this day.</summary>
    public ValueTask<Guid> Network(HttpContext http) => visitors.NetworkOf(http, Today, http.RequestAborted);

    /// <summary>False when the network has had its number. Counts of days before go with the first of today.</summary>
    public async Task<bool> Take(HttpContext http)
    {
        await using var command = database.CreateCommand(
            $"""
            with forgotten as (delete from {ReportCountsTable.Name} where day < $2)
            insert into {ReportCountsTable.Name} as n (network, day, reports) values ($1, $2, 1)
            on conflict (network, day) do update set reports = n.reports + 1 where n.reports < $3
            returning reports
            """);
        command.Parameters.Add(new() { Value = await Network(http) });
        command.Parameters.Add(new() { Value = Today });
        command.Parameters.Add(new() { Value = PerNetworkAndDay });
        return await command.ExecuteScalarAsync(http.RequestAborted) is not null;
    }

    /// <summary>The same of the photos that are looked at for reports.</summary>
    public async Task<bool> TakePhoto(HttpContext http)
    {
        await using var command = database.CreateCommand(
            $"""
            insert into {ReportCountsTable.Name} as n (network, day, reports, photos) values ($1, $2, 0, 1)
            on conflict (network, day) do update set photos = n.photos + 1 where n.photos < $3
            returning photos
            """);
        command.Parameters.Add(new() { Value = await Network(http) });
        command.Parameters.Add(new() { Value = Today });
        command.Parameters.Add(new() { Value = PhotosPerNetworkAndDay });
        return await command.ExecuteScalarAsync(http.RequestAborted) is not null;
    }

    private DateOnly Today => DateOnly.FromDateTime(Formats.InAlgiers(time.GetUtcNow()).Date);
}

/// <summary>See <see cref="ReportLimits"/>; a network is a keyed hash.</summary>
public sealed class ReportCountsTable : Table
{
    public const string Name = "moderation.report_counts";

    public ReportCountsTable() : base(PostgresqlProvider.Instance.Parse(Name))
    {
        AddColumn("network", "uuid").AsPrimaryKey();
        AddColumn("day", "date").AsPrimaryKey();
        AddColumn("reports", "integer").NotNull();
        AddColumn("photos", "integer").NotNull().DefaultValue(0);
        Indexes.Add(new IndexDefinition("report_counts_day") { Columns = ["day"] });
    }
}
