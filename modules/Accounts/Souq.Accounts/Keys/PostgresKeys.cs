using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Souq.Accounts.Keys;

/// <summary>
/// The keys that protect cookies, forms and links, in the database that all nodes share. The table is made here and not with the
/// module's others, because keys are wanted before anything else has started.
/// </summary>
public sealed class PostgresKeys(NpgsqlDataSource database) : IXmlRepository
{
    private const string Ddl =
        """
        select pg_advisory_xact_lock(72610002);
        create schema if not exists accounts;
        create table if not exists accounts.keys (name text primary key, xml text not null);
        """;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.OpenConnection();
        Create(connection);
        using var command = new NpgsqlCommand("select xml from accounts.keys order by name", connection);
        using var reader = command.ExecuteReader();
        List<XElement> keys = [];
        while (reader.Read()) keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.OpenConnection();
        Create(connection);
        using var command = new NpgsqlCommand(
            "insert into accounts.keys (name, xml) values ($1, $2) on conflict (name) do update set xml = excluded.xml", connection);
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }

    private static void Create(NpgsqlConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        using var command = new NpgsqlCommand(Ddl, connection, transaction);
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
