namespace Souq.Mail.Returns;

/// <summary>Section <c>Returns</c>: the mailbox to which undeliverable letters and complaints come.</summary>
public sealed class ReturnsOptions
{
    /// <summary>Empty: returns are read from the folder <c>$SOUQ_DATA/returns</c>.</summary>
    public string Host { get; set; } = "";

    /// <summary>993 speaks TLS from the first byte.</summary>
    public int Port { get; set; } = 993;

    /// <summary>True (the default) insists on TLS; false only for a server on the same machine.</summary>
    public bool Tls { get; set; } = true;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public string Folder { get; set; } = "INBOX";
}
