using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Souq.Mail.Posting;

/// <summary>An address as the ledger knows it: a keyed hash, and the domain that receives for it.</summary>
public readonly record struct AddressMark(byte[] Hash, string Domain);

/// <summary>Turns addresses into marks. The same address has the same mark on every node, as long as the key in <c>mail.secret</c> lives.</summary>
public sealed class AddressMarks(NpgsqlDataSource database, LedgerTables tables)
{
    private byte[]? secret;

    public async ValueTask<AddressMark> Of(string address, CancellationToken cancellation)
    {
        var folded = EmailAddress.TryFold(address, out var plain) ? plain : address.Trim().ToLowerInvariant();
        return new AddressMark(HMACSHA256.HashData(secret ?? await Secret(cancellation), Encoding.UTF8.GetBytes(folded)), folded[(folded.LastIndexOf('@') + 1)..]);
    }

    private async Task<byte[]> Secret(CancellationToken cancellation)
    {
        await tables.Create(cancellation);
        await using var command = database.CreateCommand("select hash_key from mail.secret");
        return secret = (byte[])(await command.ExecuteScalarAsync(cancellation))!;
    }
}
