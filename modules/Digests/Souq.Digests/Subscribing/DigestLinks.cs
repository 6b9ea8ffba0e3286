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
    private readonly IDataProtector stopAll = protection.CreateProtector("Souq.Digests.StopAll");
    private readonly IDataProtector manage = protection.CreateProtector("Souq.Digests.Manage");
    private readonly IDataProtector letter = protection.CreateProtector("Souq.Digests.Letter");

    /// <summary>Leads to the page that asks for a yes.</summary>
    public string Confirm(Guid subscriptionId) => "alerts/confirm/" + Write(confirm, subscriptionId, time.GetUtcNow() + ConfirmationLasts);

    /// <summary>Stops one subscription; mail programs post to it.</summary>
    public string Stop(Guid subscriptionId) => "alerts/unsubscribe/" + StopToken(subscriptionId);

    public string StopToken(Guid subscriptionId) => Write(stop, subscriptionId, DateTimeOffset.MaxValue);

    /// <summary>Where one subscription is changed; the same key as for stopping it.</summary>
    public string Change(Guid subscriptionId) => "alerts/change/" + StopToken(subscriptionId);

    /// <summary>Stops all of a mailbox's; mail programs post to it.</summary>
    public string StopAll(Guid subscriberId) => "alerts/stop/" + Write(stopAll, subscriberId, DateTimeOffset.MaxValue);

    /// <summary>Leads to the page with all subscriptions of a mailbox.</summary>
    public string Manage(Guid subscriberId) => "alerts/manage/" + ManageToken(subscriberId);

    /// <summary>What a letter would tell now.</summary>
    public string Preview(Guid subscriberId) => "alerts/preview/" + ManageToken(subscriberId);

    public string ManageToken(Guid subscriberId) => Write(manage, subscriberId, DateTimeOffset.MaxValue);

    /// <summary>What a letter told.</summary>
    public string Letter(Guid issueId) => "alerts/letter/" + Write(letter, issueId, DateTimeOffset.MaxValue);

    /// <summary>The subscription to confirm; <c>null</c> when the link is not ours or too old.</summary>
    public Guid? ReadConfirm(string? token) => Read(confirm, token);

    public Guid? ReadStop(string? token) => Read(stop, token);

    public Guid? ReadStopAll(string? token) => Read(stopAll, token);

    public Guid? ReadLetter(string? token) => Read(letter, token);

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
        if (token is null or { Length: > 400 }) return null;
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
