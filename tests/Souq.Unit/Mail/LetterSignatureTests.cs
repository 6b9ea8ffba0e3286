using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.Security;
using Souq.Kernel;
using Souq.Mail.Letters;
using Souq.Mail.Posting;

namespace Souq.Unit.Mail;

public sealed class LetterSignatureTests : IDisposable
{
    private static readonly Letter News =
        new Letter("جديد السوق اليوم", "<p>سيارتك <b>.</b></p>\n.\nعند أول السطر", "سيارتك\n.\n").WithOneClickUnsubscribe(new Uri("https://souq.example/alerts/stop?t=x"));

    private readonly string file = Path.GetTempFileName();

    [Fact]
    public async Task A_signed_letter_is_proven_with_the_public_key()
    {
        using var key = RSA.Create(2048);
        await File.WriteAllTextAsync(file, key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        var message = await Signed();

        var signature = message.Headers[HeaderId.DkimSignature].ShouldNotBeNull();
        signature.ShouldContain("d=souq.example");
        signature.ShouldContain("s=post1");
        foreach (var header in new[] { "from", "subject", "list-unsubscribe", "list-unsubscribe-post" })
            signature.ShouldContain(header, Case.Insensitive);
        (await Proven(message, DotNetUtilities.GetRsaPublicKey(key))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_changed_letter_is_not_proven()
    {
        using var key = RSA.Create(2048);
        await File.WriteAllTextAsync(file, key.ExportRSAPrivateKeyPem(), TestContext.Current.CancellationToken);
        var message = await Signed();
        message.Headers[HeaderId.ListUnsubscribe] = "<https://elsewhere.example>";
        (await Proven(message, DotNetUtilities.GetRsaPublicKey(key))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_short_key_on_a_curve_signs_too()
    {
        var maker = new Ed25519KeyPairGenerator();
        maker.Init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        var pair = maker.GenerateKeyPair();
        await using (var writer = new StreamWriter(file))
        using (var pem = new PemWriter(writer))
            pem.WriteObject(new Pkcs8Generator(pair.Private));
        (await Proven(await Signed(), pair.Public)).ShouldBeTrue();
    }

    [Fact]
    public void A_key_that_cannot_be_read_stops_the_start()
    {
        File.WriteAllText(file, "no key");
        using var services = MailServices.Build("Development", null, [.. Settings]);
        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<SmtpOptions>>().Value).Message.ShouldContain("Smtp__Dkim__KeyFile");
    }

    [Fact]
    public void Half_the_settings_are_a_mistake()
    {
        using var services = MailServices.Build("Development", null, ("Smtp:Dkim:Domain", "souq.example"));
        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<SmtpOptions>>().Value).Message.ShouldContain("belong together");
    }

    private (string, string)[] Settings => [("Smtp:Dkim:Domain", "souq.example"), ("Smtp:Dkim:Selector", "post1"), ("Smtp:Dkim:KeyFile", file)];

    /// <summary>As it is read at the other end of the line.</summary>
    private async Task<MimeMessage> Signed()
    {
        using var services = MailServices.Build("Development", null, [.. Settings]);
        var message = services.GetRequiredService<LetterEnvelope>().Enclose(News, Language.Arabic, "amina@souq.test", "أمينة", "1@souq.example");
        using var line = new MemoryStream();
        await message.WriteToAsync(line, TestContext.Current.CancellationToken);
        line.Position = 0;
        return await MimeMessage.LoadAsync(line, TestContext.Current.CancellationToken);
    }

    private static Task<bool> Proven(MimeMessage message, AsymmetricKeyParameter key) => new DkimVerifier(new Located(key))
        .VerifyAsync(message, message.Headers.First(h => h.Id == HeaderId.DkimSignature), TestContext.Current.CancellationToken);

    public void Dispose() => File.Delete(file);

    private sealed class Located(AsymmetricKeyParameter key) : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            (domain, selector) == ("souq.example", "post1") ? key : throw new InvalidOperationException("Another key was asked for");

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
