using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Souq.Mail;
using Souq.Web.Security;

namespace Souq.Accounts.Identity;

/// <summary>ASP.NET Core Identity on this module's store, its cookie, and who may go where.</summary>
internal static class IdentityRegistration
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<ILookupNormalizer, Normalizer>();
        services.AddIdentityCore<Person>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                options.SignIn.RequireConfirmedEmail = true;
                // Length is what counts; PersonRules says the rest in the reader's language.
                options.Password.RequiredLength = PersonRules.PasswordMin;
                options.Password.RequireDigit = options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserStore<PersonStore>()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "souq.session";
            // One session for the three languages, each of which has a path base of its own.
            options.Cookie.Path = "/";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromDays(30);
            options.SlidingExpiration = true;
            options.LoginPath = "/signin";
            options.LogoutPath = "/signout";
            options.ReturnUrlParameter = "returnUrl";
            // Who is signed in and may not gets 403 where he is; sending him elsewhere would only hide it.
            options.Events.OnValidatePrincipal = Validate;
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddSingleton<IClaimsTransformation, RolesOfToday>();
        // A changed password or an erased account reaches open sessions within a minute.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthorizationBuilder()
            .AddPolicy(Principal.Moderator, policy => policy.RequireRole(Principal.Moderator, Principal.Senior, Principal.Admin))
            .AddPolicy(Principal.Senior, policy => policy.RequireRole(Principal.Senior, Principal.Admin))
            .AddPolicy(Principal.Admin, policy => policy.RequireRole(Principal.Admin));
        return services;
    }

    // Who does something is looked at anew each time: a session that has ended meanwhile does nothing more.
    private static Task Validate(CookieValidatePrincipalContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)) context.Properties.IssuedUtc = null;
        return SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    /// <summary>Addresses are compared in the form <see cref="EmailAddress"/> gives them.</summary>
    private sealed class Normalizer : ILookupNormalizer
    {
        public string? NormalizeEmail(string? email) => email is null ? null : Person.Normalize(email);

        public string? NormalizeName(string? name) => NormalizeEmail(name);
    }
}
