using Microsoft.Extensions.Logging;
using Npgsql;
using Souq.Kernel;
using Souq.Mail.Posting;

namespace Souq.Mail.Operating;

/// <summary>An operator has a letter written and posted once more, under a key of its own.</summary>
public sealed class SendAgain(
    NpgsqlDataSource database, LetterList letters, PostOffice post, PostActs acts, IEnumerable<ILettersAgain> writers, ILogger<SendAgain> log)
{
    /// <param name="seen">How often it had been written again when the operator looked: who asks twice gets one letter.</param>
    /// <exception cref="NotFoundException">There is no such letter.</exception>
    public async Task<IReadOnlyList<Refusal>> Send(string key, int seen, Guid by, CancellationToken cancellation)
    {
        if (await letters.Find(key, cancellation) is not { } letter) throw new NotFoundException("The letter");
        if (!letter.CanAgain) return [new Refusal("Again.Cannot")];
        await using var command = database.CreateCommand("update mail.letters set again = again + 1 where key = $1 and again = $2 returning origin");
        LetterLedger.Add(command, key, seen);
        if (await command.ExecuteScalarAsync(cancellation) is not string origin) return [new Refusal("Again.Already")];

        await acts.Note(by, "again", key, cancellation);
        var copy = $"{key}:again:{seen + 1}";
        try
        {
            await writers.First(w => w.Word == origin.Split(':')[0]).Write(origin, copy, cancellation);
        }
        catch (CarrierUnavailableException away)
        {
            log.LogWarning("A letter could not be sent again: {Reason}", away.Message);
            return [new Refusal("Again.Away")];
        }

        // The writer may have found that there is nothing left to say.
        if (!(await post.Known([copy], cancellation)).TryGetValue(copy, out var how)) return [new Refusal("Again.Nothing")];
        return how == Delivery.AlreadySent ? [] : [new Refusal("Again.Failed")];
    }
}
