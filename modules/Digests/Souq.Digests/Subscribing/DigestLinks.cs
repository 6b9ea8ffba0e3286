using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Souq.Digests.Subscribing;

/// <summary>
/// Signed links in mails: whoever can open them reads the mailbox, and that is proof enough. A confirmation lasts three days, so that a
/// mailbox found later says nothing; the links to stop last as long as the mails that hold them.
/// </summary>
public sealed class DigestLinks(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan ConfirmationLasts = TimeSpan.FromDays(3);

    private readonly IDataProtector confirm = protection.CreateProtector("Souq.Digests.Confirm");
    private readonly IDataProtector stop = protection.CreateProtector("Souq.Digests.Stop");
    private readonly IDataProtector manage = protection.CreateProtector("Souq.Digests.Manage");

    /// <summary>Leads to the page that asks for a yes.</summary>
    public string Confirm(Guid subscriptionId) => "alerts/confirm/" + Write(confirm, subscriptionId, time.GetUtcNow() + ConfirmationLasts);

    /// <summary>Stops one subscription; mail programs post to it.</summary>
    public string Stop(Guid subscriptionId) => "alerts/unsubscribe/" + StopToken(subscriptionId);

    public string StopToken(Guid subscriptionId) => Write(stop, subscriptionId, DateTimeOffset.MaxValue);

    /// <summary>Leads to the page with all subscriptions of a mailbox.</summary>
    public string Manage(Guid subscriberId) => "alerts/manage/" + Write(manage, subscriberId, DateTimeOffset.MaxValue);

    /// <summary>The subscription to confirm; <c>null</c> when the link is not ours or too old.</summary>
    public Guid? ReadConfirm(string? token) => Read(confirm, token);

    public Guid? ReadStop(string? token) => Read(stop, token);

    public Guid? ReadManage(string? token) => Read(manage, token);

    private static string Write(IDataProtector protector, Guid id, DateTimeOffset until)
    {
        Span<byte> content = stackalloc byte[24];
        id.TryWriteBytes(content);
        BitConverter.TryWriteBytes(content[16..], until.UtcTicks);
        return Base64Url.EncodeToString(protector.Protect(content.ToArray()));
    }

    private Guid? Read(IDataProtector protector, string? token)
    {
        try
        {
            var content = protector.Unprotect(Base64Url.DecodeFromChars(token)).AsSpan();
            return BitConverter.ToInt64(content[16..]) >= time.GetUtcNow().UtcTicks ? new Guid(content[..16]) : null;
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
