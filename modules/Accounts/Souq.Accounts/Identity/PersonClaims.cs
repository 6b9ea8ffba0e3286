using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Souq.Accounts.Identity;

/// <summary>What a session knows of its person: id, public name, roles and the stamp that ends it. No address.</summary>
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
        identity.AddClaims(user.Roles.Select(role => new Claim(claims.RoleClaimType, role)));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
