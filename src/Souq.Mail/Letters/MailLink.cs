using Souq.Kernel;
using Souq.Web.Addresses;

namespace Souq.Mail.Letters;

/// <summary>Links in letters are absolute and lead to the pages in the reader's language.</summary>
internal static class MailLink
{
    public static string Absolute(PublicAddress address, string href) =>
        Uri.TryCreate(href, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" or "mailto" or "tel"
            ? absolute.AbsoluteUri
            : address.For(Languages.Current, href).AbsoluteUri;
}
