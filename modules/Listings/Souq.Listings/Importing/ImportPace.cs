namespace Souq.Listings.Importing;

/// <summary>Feeds a long file to the market in batches: each a transaction, and the next is decided while the one before is written.</summary>
public static class ImportPace
{
    /// <summary>Lines in a transaction. More of them gain little and make what a failure repeats longer.</summary>
    public const int Batch = 500;

    private const int InFlight = 3;

    /// <summary>What became of every batch, in the order of the lines. Memory stays flat however many there are.</summary>
    public static async IAsyncEnumerable<ImportOutcome> Run(
        IEnumerable<ImportRow> rows, int batch, Func<IReadOnlyList<ImportRow>, Task<ImportOutcome>> send)
    {
        var running = new Queue<Task<ImportOutcome>>();
        foreach (var lines in rows.Chunk(batch))
        {
            running.Enqueue(Task.Run(() => send(lines)));
            if (running.Count >= InFlight) yield return await running.Dequeue();
        }

        while (running.TryDequeue(out var last)) yield return await last;
    }
}
