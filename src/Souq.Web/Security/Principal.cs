using System.Security.Claims;

namespace Souq.Web.Security;

/// <summary>Who is asking, from the session and never from a form.</summary>
public static class Principal
{
    /// <summary>Looks at cases. Also the name of the policy, which seniors and admins pass too.</summary>
    public const string Moderator = "moderator";

    /// <summary>Answers appeals, writes rules and modes, in all sections. Also the name of the policy, which admins pass too.</summary>
    public const string Senior = "senior";

    public const string Admin = "admin";

    /// <summary>Authentication scheme of programs: a bearer token.</summary>
    public const string TokenScheme = "Token";

    /// <summary>Authorization policy of API routes that act for a person: a bearer token and nothing else, so that no cookie can be abused.</summary>
    public const string ApiPolicy = "api";

    /// <summary>Claim: which token speaks, an id.</summary>
    public const string TokenClaim = "token";

    /// <summary>The roles of those who run the market, from the least to the most.</summary>
    public static IReadOnlyList<string> StaffRoles { get; } = [Moderator, Senior, Admin];

    /// <summary>Claim: at which mail service the person has his address; the address itself is in no session.</summary>
    public const string MailDomainClaim = "mail_domain";

    /// <summary>See <see cref="MailDomainClaim"/>; <c>null</c> for a visitor, and in sessions from before it was said.</summary>
    public static string? MailDomain(this ClaimsPrincipal user) => user.FindFirstValue(MailDomainClaim);

    /// <summary>The signed-in person, or <c>null</c> for a visitor.</summary>
    public static Guid? PersonId(this ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true } && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>The token that speaks for the person, or <c>null</c> in a session with a cookie.</summary>
    public static Guid? TokenId(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(TokenClaim), out var id) ? id : null;

    /// <summary>As the policy <see cref="Moderator"/> asks.</summary>
    public static bool IsModerator(this ClaimsPrincipal user) => user.IsInRole(Moderator) || user.IsSenior();

    /// <summary>As the policy <see cref="Senior"/> asks.</summary>
    public static bool IsSenior(this ClaimsPrincipal user) => user.IsInRole(Senior) || user.IsAdmin();

    public static bool IsAdmin(this ClaimsPrincipal user) => user.IsInRole(Admin);
}
