using System.Security.Claims;

namespace Souq.Web.Security;

/// <summary>Who is asking, from the session and never from a form.</summary>
public static class Principal
{
    public const string Moderator = "moderator";
    public const string Admin = "admin";

    /// <summary>The signed-in person, or <c>null</c> for a visitor.</summary>
    public static Guid? PersonId(this ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true } && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
