using Npgsql;
using Souq.EventStore.Visitors;

namespace Souq.Accounts.Limits;

/// <summary>This module's secrets; a day's is kept two days longer, because limits run across midnight.</summary>
public sealed class DailySecrets(NpgsqlDataSource database) : SecretsOfDays(database, "accounts", keep: 2);
