using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace Souq.Mail.Posting;

/// <summary>Signs letters for the domain they come from (DKIM, RFC 6376), when there is a key.</summary>
public sealed class LetterSignature(IOptions<SmtpOptions> options)
{
    /// <summary>What a forger would like to change. One-click unsubscription counts only when it is signed (RFC 8058).</summary>
    private static readonly HeaderId[] Signed =
    [
        HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.MimeVersion, HeaderId.AutoSubmitted,
        HeaderId.ListUnsubscribe, HeaderId.ListUnsubscribePost,
    ];

    private readonly DkimSigner? signer = options.Value.Dkim is { Wanted: true } dkim ? SignerOf(dkim) : null;

    public void Sign(MimeMessage message)
    {
        if (signer is null) return;
        // What is signed may not be encoded anew on the way. Arabic is shortest in base64.
        foreach (var part in message.BodyParts.OfType<TextPart>()) part.ContentTransferEncoding = ContentEncoding.Base64;
        signer.Sign(message, [.. Signed.Where(message.Headers.Contains)]);
    }

    /// <summary>Why letters could not be signed, in words; <c>null</c> when they can, or need not.</summary>
    internal static string? Problem(DkimOptions options)
    {
        if (!options.Wanted) return null;
        if (options.Domain.Length == 0 || options.Selector.Length == 0 || options.KeyFile.Length == 0)
            return "Smtp__Dkim__Domain, __Selector and __KeyFile belong together: set all three, or none.";
        try
        {
            SignerOf(options);
            return null;
        }
        catch (Exception unread) when (unread is IOException or FormatException or CryptographicException or ArgumentException or UnauthorizedAccessException)
        {
            return $"Smtp__Dkim__KeyFile holds no private key that can be read ({unread.GetType().Name}).";
        }
    }

    private static DkimSigner SignerOf(DkimOptions options)
    {
        var pem = File.ReadAllText(options.KeyFile);
        DkimSigner signer;
        try
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            signer = new RsaSigner(options, rsa);
        }
        catch (Exception other) when (other is CryptographicException or ArgumentException)
        {
            signer = new DkimSigner(options.KeyFile, options.Domain, options.Selector, DkimSignatureAlgorithm.Ed25519Sha256);
        }

        signer.HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
        signer.BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
        return signer;
    }

    /// <summary>The platform signs ten times as fast as the library does, which matters a hundred thousand times.</summary>
    private sealed class RsaSigner(DkimOptions options, RSA key) : DkimSigner(options.KeyFile, options.Domain, options.Selector)
    {
        protected override ISigner CreateSigningContext() => new Signing(key);
    }

    private sealed class Signing(RSA key) : ISigner
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public string AlgorithmName => "SHA-256withRSA";

        public void Init(bool forSigning, ICipherParameters parameters)
        {
        }

        public void Update(byte input) => hash.AppendData([input]);

        public void BlockUpdate(byte[] input, int inOff, int inLen) => hash.AppendData(input, inOff, inLen);

        public void BlockUpdate(ReadOnlySpan<byte> input) => hash.AppendData(input);

        public int GetMaxSignatureSize() => key.KeySize / 8;

        public byte[] GenerateSignature() => key.SignHash(hash.GetHashAndReset(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        public bool VerifySignature(byte[] signature) => key.VerifyHash(hash.GetHashAndReset(), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        public void Reset() => hash.GetHashAndReset();
    }
}
