using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Web.Localisation;

namespace Souq.Listings.Suggesting;

/// <summary>
/// The words of the market in this node's memory. Nobody waits for them: whoever asks gets what there is, and where that may be old it is read
/// anew meanwhile, at most once a minute, or at once when the catalog is another.
/// </summary>
public sealed partial class MarketWords(NpgsqlDataSource source, ICatalog catalog, TimeProvider time, ILogger<MarketWords> log)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private KnownWords? known;
    private long looked;
    private int stamp = -1;
    private int looking;

    public KnownWords Current
    {
        get
        {
            var current = Volatile.Read(ref known);
            var due = current is null || !ReferenceEquals(current.Catalog, catalog.Current) || time.GetUtcNow().Ticks - Volatile.Read(ref looked) >= Every.Ticks;
            if (due && Interlocked.CompareExchange(ref looking, 1, 0) == 0) _ = Task.Run(Look);
            return current ?? KnownWords.Nothing(catalog.Current);
        }
    }

    private async Task Look()
    {
        try
        {
            var (before, now, at) = (known, catalog.Current, time.GetUtcNow());
            Volatile.Write(ref looked, at.Ticks);
            var vocabulary = await Changed() ?? before?.Vocabulary ?? Vocabulary.Empty;
            if (before is not null && ReferenceEquals(before.Vocabulary, vocabulary) && ReferenceEquals(before.Catalog, now)) return;
            Volatile.Write(ref known, KnownWords.Of(now, vocabulary, DateOnly.FromDateTime(Formats.InAlgiers(at).DateTime)));
        }
        finally
        {
            Volatile.Write(ref looking, 0);
        }
    }

    /// <summary>What adverts say now, where that is not what was read before.</summary>
    private async Task<Vocabulary?> Changed()
    {
        try
        {
            await using var asked = source.CreateCommand($"select adverts from {VocabularyTable.Name} where word = ''");
            if ((await asked.ExecuteScalarAsync() as int? ?? 0) == stamp) return null;
            await using var command = source.CreateCommand($"select word, adverts from {VocabularyTable.Name}");
            await using var reader = await command.ExecuteReaderAsync();
            var (counted, read) = (new List<KeyValuePair<string, int>>(), 0);
            while (await reader.ReadAsync())
                if (reader.GetString(0) is { Length: > 0 } word) counted.Add(KeyValuePair.Create(word, reader.GetInt32(1)));
                else read = reader.GetInt32(1);
            stamp = read;
            return Vocabulary.Of(counted);
        }
        catch (Exception failure) when (failure is NpgsqlException or ObjectDisposedException)
        {
            Failed(log, failure);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The words of the market could not be read; those of before are offered")]
    private static partial void Failed(ILogger log, Exception failure);
}

/// <summary>The words are there before the first visitor asks.</summary>
internal sealed class WordsAtStart(MarketWords words, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Not before everything has started: the table may only be made then.
        lifetime.ApplicationStarted.Register(() => _ = words.Current);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
