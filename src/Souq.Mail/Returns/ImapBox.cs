using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Souq.Mail.Returns;

/// <summary>A mailbox of our own at a mail server; what has been read is marked so.</summary>
public sealed class ImapBox(IOptions<ReturnsOptions> options) : IReturnsBox
{
    private const int AtOnce = 500;

    /// <summary>Reports enclose the letter they are about; more than this is none.</summary>
    private const uint Largest = 2 * 1024 * 1024;

    public async Task ReadAll(Func<MimeMessage, CancellationToken, Task> read, CancellationToken cancellation)
    {
        var box = options.Value;
        using var client = new ImapClient();
        var security = !box.Tls ? SecureSocketOptions.None : box.Port == 993 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
        await client.ConnectAsync(box.Host, box.Port, security, cancellation);
        await client.AuthenticateAsync(box.User, box.Password, cancellation);
        var folder = await client.GetFolderAsync(box.Folder, cancellation);
        await folder.OpenAsync(FolderAccess.ReadWrite, cancellation);
        var unread = (await folder.SearchAsync(SearchQuery.NotSeen, cancellation)).Take(AtOnce).ToList();
        foreach (var summary in unread.Count == 0 ? [] : await folder.FetchAsync(unread, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancellation))
        {
            if (summary.Size <= Largest)
            {
                try
                {
                    await read(await folder.GetMessageAsync(summary.UniqueId, cancellation), cancellation);
                }
                catch (FormatException)
                {
                    // No message; nobody will make one of it.
                }
            }

            await folder.AddFlagsAsync(summary.UniqueId, MessageFlags.Seen, silent: true, cancellation);
        }

        await client.DisconnectAsync(quit: true, cancellation);
    }
}
