using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Souq.Web.Security;

namespace Souq.Accounts.Identity;

/// <summary>
/// A session has the roles its person has now, not those he had when it was opened: what an admin gives or takes holds at the next request, on
/// every node. It costs a signed-in request one reading by key.
/// </summary>
internal sealed class RolesOfToday(IAccountsStore store, IHttpContextAccessor http) : IClaimsTransformation
{
    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        // Programs have no roles at all, and a style sheet asks for none.
        if (principal.Identity is not ClaimsIdentity { AuthenticationType: { } scheme } session || scheme != IdentityConstants.ApplicationScheme
            || principal.PersonId() is not { } id || http.HttpContext?.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return principal;
        await using var query = store.QuerySession();
        var roles = (await query.LoadAsync<Membership>(id, http.HttpContext?.RequestAborted ?? default))?.Roles ?? [];
        var said = session.FindAll(session.RoleClaimType).ToList();
        if (said.Select(c => c.Value).ToHashSet().SetEquals(roles)) return principal;
        var fresh = new ClaimsIdentity(session.Claims.Except(said), scheme, session.NameClaimType, session.RoleClaimType);
        fresh.AddClaims(roles.Select(role => new Claim(session.RoleClaimType, role)));
        return new ClaimsPrincipal(fresh);
    }
}
