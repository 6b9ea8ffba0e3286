using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Souq.Mail.Posting;

/// <summary>Section <c>Smtp</c> of the configuration.</summary>
public sealed class SmtpOptions
{
    /// <summary>Empty: letters go to files, outside Production.</summary>
    public string Host { get; set; } = "";

    /// <summary>587 by default; 465 speaks TLS from the first byte.</summary>
    public int Port { get; set; } = 587;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>True (the default) insists on TLS before anything is said; false only for a server on the same machine.</summary>
    public bool StartTls { get; set; } = true;

    public string From { get; set; } = "souq@souq.test";

    public string FromName { get; set; } = "Souq";

    /// <summary>Seconds a whole dialogue about one letter may take.</summary>
    public int Timeout { get; set; } = 60;

    /// <summary>How many letters may be handed over at the same time, each on its own connection that is kept.</summary>
    public int Connections { get; set; } = 4;

    /// <summary>Servers close a connection after so many letters; ours says goodbye first.</summary>
    public int LettersPerConnection { get; set; } = 100;

    /// <summary>Seconds after which a connection nobody has used is not trusted any more.</summary>
    public int Idle { get; set; } = 30;

    /// <summary>Where what cannot be delivered comes back to (MAIL FROM); empty: to <see cref="From"/>.</summary>
    public string ReturnPath { get; set; } = "";

    /// <summary>Letters a minute to a receiving domain, over all nodes; <c>default</c> for those not named, 0 for no limit.</summary>
    public Dictionary<string, int> Rates { get; set; } = [];

    public DkimOptions Dkim { get; set; } = new();

    public bool ToFolder => string.IsNullOrWhiteSpace(Host);
}

/// <summary>Section <c>Smtp:Dkim</c>: all three, or none.</summary>
public sealed class DkimOptions
{
    public string Domain { get; set; } = "";

    public string Selector { get; set; } = "";

    /// <summary>A private key in PEM: RSA of 2048 bits, or Ed25519.</summary>
    public string KeyFile { get; set; } = "";

    public bool Wanted => Domain.Length + Selector.Length + KeyFile.Length > 0;
}

/// <summary>A market that cannot write to people must not open: wrong settings stop the start, in words.</summary>
internal sealed class SmtpOptionsRules(IHostEnvironment environment) : IValidateOptions<SmtpOptions>
{
    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        if (environment.IsProduction() && options.ToFolder)
            return ValidateOptionsResult.Fail(
                "No mail server is configured. Set Smtp__Host (and Smtp__Port, Smtp__User, Smtp__Password, Smtp__From); letters are written to files only in Development.");
        if (!MailboxAddress.TryParse(options.From, out _))
            return ValidateOptionsResult.Fail("Smtp__From is not an e-mail address.");
        if (options.ReturnPath.Length > 0 && !MailboxAddress.TryParse(options.ReturnPath, out _))
            return ValidateOptionsResult.Fail("Smtp__ReturnPath is not an e-mail address.");
        if (options.Rates.Values.Any(rate => rate < 0))
            return ValidateOptionsResult.Fail("Smtp__Rates__… are letters a minute, 0 for no limit.");
        if (options.Port is < 1 or > 65535 || options.Connections < 1 || options.Timeout < 1 || options.LettersPerConnection < 1 || options.Idle < 1)
            return ValidateOptionsResult.Fail("Smtp__Port, __Connections, __Timeout, __LettersPerConnection and __Idle must be positive numbers.");
        return LetterSignature.Problem(options.Dkim) is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
    }
}
