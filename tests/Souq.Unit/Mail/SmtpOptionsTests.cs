using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Souq.Mail.Posting;

namespace Souq.Unit.Mail;

public class SmtpOptionsTests
{
    [Fact]
    public void In_production_a_market_without_a_mail_server_does_not_open()
    {
        using var services = MailServices.Build("Production");
        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<SmtpOptions>>().Value)
            .Message.ShouldContain("Smtp__Host");
    }

    [Fact]
    public void In_development_letters_go_to_a_folder()
    {
        using var services = MailServices.Build("Development", null, ("SOUQ_DATA", "/tmp/souq-data"));
        services.GetRequiredService<ICarrier>().ShouldBeOfType<FolderCarrier>().Folder.ShouldBe("/tmp/souq-data/mail");
    }

    [Fact]
    public void A_configured_server_is_used_everywhere()
    {
        using var services = MailServices.Build("Production", null, ("Smtp:Host", "mail.souq.example"));
        services.GetRequiredService<ICarrier>().ShouldBeOfType<SmtpCarrier>();
    }
}
