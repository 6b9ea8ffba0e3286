using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Souq.Web.Security;

namespace Souq.Accounts.Tokens;

/// <param name="PersonId">Whom the token speaks for.</param>
/// <param name="Name">As buyers see it.</param>
/// <param name="TokenId">Which of his tokens it is.</param>
public sealed record ApiBearer(Guid PersonId, string Name, Guid TokenId);

internal static class TokenRegistration
{
    public static IServiceCollection AddTokens(this IServiceCollection services)
    {
        services.AddSingleton<TokenBook>();
        services.AddAuthentication().AddScheme<TokenOptions, TokenAuthentication>(Principal.TokenScheme, null);
        services.AddOptions<TokenOptions>(Principal.TokenScheme)
            .Configure<IConfiguration>((options, configuration) => options.PerMinute = Math.Max(1, configuration.GetValue("Api:PerMinute", options.PerMinute)));
        // The cookie does not count here, so that no other site can use it either.
        services.AddAuthorizationBuilder().AddPolicy(Principal.ApiPolicy, policy =>
            policy.AddAuthenticationSchemes(Principal.TokenScheme).RequireAuthenticatedUser().RequireClaim(Principal.TokenClaim));
        return services;
    }

    public static void MapTokens(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/v1/me", Me).WithTags("Account").WithName("WhoAmI").RequireAuthorization(Principal.ApiPolicy)
        .WithSummary("Whom a token speaks for: a first request to try it with.");

    private static Ok<ApiBearer> Me(ClaimsPrincipal user, HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new ApiBearer(user.PersonId()!.Value, user.Identity!.Name!, user.TokenId()!.Value));
    }
}
