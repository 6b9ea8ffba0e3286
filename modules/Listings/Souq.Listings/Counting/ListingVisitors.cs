using Npgsql;
using Souq.EventStore.Visitors;

namespace Souq.Listings.Counting;

/// <summary>The secrets with which this module tells the visitors of a day apart; yesterday's is gone with the first visitor of today.</summary>
public sealed class ListingVisitors(NpgsqlDataSource database) : SecretsOfDays(database, "listings", keep: 0);
