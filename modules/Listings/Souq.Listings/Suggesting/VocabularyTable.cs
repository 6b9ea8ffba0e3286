using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.Listings.Suggesting;

/// <summary>
/// The folded words of the titles on the market, and how many of its newest adverts have each; kept by <see cref="RefreshVocabulary"/>. The row of the empty
/// word counts how often the others changed, so that a node need not read them to know that they did not.
/// </summary>
public sealed class VocabularyTable : Table
{
    public const string Name = "listings.search_vocabulary";

    public VocabularyTable() : base(PostgresqlProvider.Instance.Parse(Name))
    {
        AddColumn("word", "text").AsPrimaryKey();
        AddColumn("adverts", "integer").NotNull();
    }
}
