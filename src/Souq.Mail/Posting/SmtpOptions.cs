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

    public bool ToFolder => string.IsNullOrWhiteSpace(Host);
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
        return options.Port is < 1 or > 65535 || options.Connections < 1 || options.Timeout < 1
            ? ValidateOptionsResult.Fail("Smtp__Port, Smtp__Connections and Smtp__Timeout must be positive numbers.")
            : ValidateOptionsResult.Success;
    }
}
