using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Souq.Web.Security;

namespace Souq.Accounts.Identity;

/// <summary>What a session knows of its person: id, public name, roles, the stamp that ends it, and his mail service. No address.</summary>
public sealed class PersonClaims(UserManager<Person> people, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Person>(people, options)
{
    public override Task<ClaimsPrincipal> CreateAsync(Person user)
    {
        var claims = Options.ClaimsIdentity;
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, claims.UserNameClaimType, claims.RoleClaimType);
        identity.AddClaim(new(claims.UserIdClaimType, user.Id.ToString()));
        identity.AddClaim(new(claims.UserNameClaimType, user.PublicName));
        identity.AddClaim(new(claims.SecurityStampClaimType, user.SecurityStamp));
        identity.AddClaim(new(Principal.MailDomainClaim, DomainOf(user)));
        identity.AddClaims(user.Roles.Select(role => new Claim(claims.RoleClaimType, role)));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }

    public static string DomainOf(Person person) => person.Email[(person.Email.LastIndexOf('@') + 1)..].ToLowerInvariant();
}
