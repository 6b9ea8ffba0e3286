using System.Globalization;
using Npgsql;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Listings.Suggesting;

/// <summary>Sent by the clock: the words of the adverts on the market are counted anew.</summary>
public sealed record RefreshVocabulary;

public static class RefreshVocabularyHandler
{
    /// <summary>Words at most, the commonest.</summary>
    public const int MostWords = 50_000;

    /// <summary>Below so many adverts a word of a single one is worth offering; above, it is rather a slip of the pen.</summary>
    public const int SmallMarket = 5_000;

    /// <summary>Adverts whose words are counted: a market of millions says what it says in its newest ones too, and counting takes as long as they are many.</summary>
    public const int Newest = 250_000;

    private const int Patience = 50;

    // Only what changed is written: the table stays as small as the language of the market. A word without a letter is a number of something,
    // perhaps of a telephone, and no word. Words are judged once counted: that is tens of thousands of times, and not millions.
    private static readonly string Recount = string.Create(CultureInfo.InvariantCulture, $"""
        with counted as (
          select word, count(*)::int as adverts
          from (select folded from {SearchTable.Name} where available order by listed_at desc, number desc limit {Newest}) adverts
            cross join lateral (select distinct unnest(string_to_array(folded, ' ')) as word) words
          group by word
          having length(word) between 2 and 30 and word !~ '^[0-9.]+$'
            and (count(*) > 1 or (select count(*) from (select 1 from {SearchTable.Name} where available limit {SmallMarket}) market) < {SmallMarket})
          order by adverts desc, word limit {MostWords}),
        gone as (
          delete from {VocabularyTable.Name} v where word <> '' and not exists (select from counted c where c.word = v.word) returning 1),
        written as (
          insert into {VocabularyTable.Name} as v select word, adverts from counted
          on conflict (word) do update set adverts = excluded.adverts where v.adverts <> excluded.adverts returning 1)
        insert into {VocabularyTable.Name} as v select '', 1 where exists (select from gone) or exists (select from written)
        on conflict (word) do update set adverts = v.adverts + 1
        """);

    public static async Task Handle(RefreshVocabulary _, NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(Recount);
        command.CommandTimeout = Patience;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
