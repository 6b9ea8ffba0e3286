using System.Globalization;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace Souq.Mail.Posting;

/// <summary>Letters as <c>.eml</c> files in <c>$SOUQ_DATA/mail</c>, named so that they sort by time.</summary>
public sealed class FolderCarrier(IConfiguration configuration, TimeProvider time) : ICarrier
{
    private int written;

    public string Folder { get; } = Path.Combine(Path.GetFullPath(configuration["SOUQ_DATA"] is { Length: > 0 } data ? data : ".local"), "mail");

    public async Task<Carrying> Carry(MimeMessage message, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        var name = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd-HHmmss-fff}-{Interlocked.Increment(ref written):000000}-{Guid.NewGuid().ToString()[..8]}.eml");
        var unfinished = Path.Combine(Folder, name + ".part");
        await message.WriteToAsync(unfinished, cancellation);
        File.Move(unfinished, Path.Combine(Folder, name));
        return Carrying.Accepted;
    }
}
