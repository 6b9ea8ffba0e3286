using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Souq.Mail.Posting;

/// <summary>
/// What left this machine, in files beside the database (<c>$SOUQ_DATA/posted</c>): a ledger that comes out of a backup knows nothing of the
/// letters posted since, and would post them again. At every start the two are compared, and what the ledger has lost is told to it. Keys and
/// hashes alone, as in the ledger.
/// </summary>
public sealed class LetterJournal(IConfiguration configuration, NpgsqlDataSource database, TimeProvider time, ILogger<LetterJournal> log) : IDisposable
{
    private const int Sample = 200;
    private const int Tail = 64 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    private readonly string folder = Path.Combine(Path.GetFullPath(configuration["SOUQ_DATA"] is { Length: > 0 } data ? data : ".local"), "posted");
    private readonly Lock writing = new();
    private StreamWriter? file;
    private DateOnly day;
    private bool broken;

    /// <summary>Before the first byte leaves, when the claim is on disk.</summary>
    public void Claimed(Claim claim) => Write(
        $"claimed\t{claim.Key}\t{claim.MessageId}\t{claim.Promise}\t{LetterLedger.KindName(claim.Kind)}\t{claim.Address.Domain}\t{Convert.ToHexString(claim.Address.Hash)}");

    public void Ended(Outcome outcome) => Write($"ended\t{outcome.Key}\t{outcome.State}");

    /// <summary>Tells a ledger that was set back what it has forgotten. How many letters that were.</summary>
    public async Task<int> Remind(CancellationToken cancellation)
    {
        if (!Directory.Exists(folder)) return 0;
        var files = Directory.GetFiles(folder, "*.log").OrderByDescending(File.GetLastWriteTimeUtc).ToList();
        // The newest are lost first.
        List<string> newest = [];
        foreach (var path in files.Take(3)) newest.AddRange((await Read(path, Tail, cancellation)).Keys.TakeLast(Sample));
        if (newest.Count == 0 || await Known([.. newest.Distinct()], cancellation) == newest.Distinct().Count())
        {
            Forget(files);
            return 0;
        }

        var reminded = 0;
        foreach (var path in files)
            foreach (var some in (await Read(path, long.MaxValue, cancellation)).Values.Where(l => l.State != "postponed").Chunk(5000))
                reminded += await Tell(some, cancellation);
        log.LogWarning("The ledger of letters was set back: {Letters} letters that had left since are written down again and not sent anew", reminded);
        return reminded;
    }

    /// <summary>By the clock of the files: the newest of them was written today, as far as they can tell.</summary>
    private static void Forget(List<string> files)
    {
        foreach (var old in files.Where(f => File.GetLastWriteTimeUtc(f) < File.GetLastWriteTimeUtc(files[0]) - Kept)) File.Delete(old);
    }

    private async Task<long> Known(string[] keys, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select count(*) from mail.letters where key = any($1)");
        LetterLedger.Add(command, (object)keys);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<int> Tell(Posted[] letters, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            insert into mail.letters as l (key, message_id, promise, state, attempts, first_at, last_at, kind, domain, address)
            select key, message_id, promise, state, 1, now(), now(), kind, domain, decode(address, 'hex')
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) as p (key, message_id, promise, state, kind, domain, address)
            on conflict (key) do update set state = excluded.state, message_id = excluded.message_id
            where l.state in ('postponed', 'sending', 'unclear') and l.state <> excluded.state
            """);
        LetterLedger.Add(
            command, Of(l => l.Key), Of(l => l.MessageId), Of(l => l.Promise), Of(l => l.State), Of(l => l.Kind), Of(l => l.Domain), Of(l => l.Address));
        return await command.ExecuteNonQueryAsync(cancellation);

        object Of(Func<Posted, string> part) => letters.Select(part).ToArray();
    }

    private static async Task<Dictionary<string, Posted>> Read(string path, long tail, CancellationToken cancellation)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length > tail) stream.Position = stream.Length - tail;
        using var reader = new StreamReader(stream);
        var letters = new Dictionary<string, Posted>();
        // A line may have been cut, by a crash or by where the tail begins: then it is none.
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            switch (line.Split('\t'))
            {
                case ["claimed", var key, var id, var promise, var kind, var domain, { Length: 64 } address]:
                    letters[key] = new Posted(key, id, promise, "unclear", kind, domain, address);
                    break;
                case ["ended", var key, "accepted" or "refused" or "postponed" or "unclear"] when letters.TryGetValue(key, out var letter):
                    letters[key] = letter with { State = line[(line.LastIndexOf('\t') + 1)..] };
                    break;
            }
        }

        return letters;
    }

    private void Write(string line)
    {
        lock (writing)
        {
            if (broken) return;
            try
            {
                var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
                if (file is null || today != day) Open(today);
                file!.WriteLine(line);
                file.Flush();
            }
            catch (Exception full) when (full is IOException or UnauthorizedAccessException)
            {
                broken = true;
                log.LogError("What is posted cannot be written to {Folder} ({Error}): after a backup is restored, letters may be sent twice", folder, full.GetType().Name);
            }
        }
    }

    private void Open(DateOnly today)
    {
        file?.Dispose();
        Directory.CreateDirectory(folder);
        day = today;
        var name = string.Create(CultureInfo.InvariantCulture, $"{today:yyyyMMdd}-{Environment.ProcessId}-{Guid.NewGuid().ToString("n")[..6]}.log");
        file = new StreamWriter(new FileStream(Path.Combine(folder, name), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete), new UTF8Encoding(false));
    }

    public void Dispose() => file?.Dispose();

    private sealed record Posted(string Key, string MessageId, string Promise, string State, string Kind, string Domain, string Address);
}
