using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Souq.Accounts.Identity;
using Souq.Accounts.Limits;
using Souq.Web.Commands;
using Souq.Web.Localisation;
using Souq.Web.Security;

namespace Souq.Accounts.Tokens;

/// <summary>Section <c>Api</c> of the configuration.</summary>
public sealed class TokenOptions : AuthenticationSchemeOptions
{
    /// <summary>Requests a token is good for in a minute.</summary>
    public int PerMinute { get; set; } = 600;
}

/// <summary>
/// The scheme <see cref="Principal.TokenScheme"/>: <c>Authorization: Bearer souq_…</c>. Gives the claims of the person and of the token, and no
/// roles: a key that lies in a program opens no console. Answers 401 or 429 with problem details.
/// </summary>
public sealed class TokenAuthentication(
    IOptionsMonitor<TokenOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenBook book, Limiter limiter, CommandSender sender,
    IStringLocalizer<AccountsText> text) : AuthenticationHandler<TokenOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";
    private string why = "Tokens.Missing";
    private Grant grant;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        var secret = header[Bearer.Length..].Trim();
        if (!TokenSecret.IsShaped(secret) || await book.Find(TokenSecret.Hash(secret), Context.RequestAborted) is not var (token, person))
            return await Refuse("Tokens.Bad", AccountLimits.WrongTokens, Visitor.Network(Context));
        grant = await book.Take(token, Options.PerMinute, Context.RequestAborted);
        if (grant.IsRefused) return AuthenticateResult.Fail("Too many requests");
        var day = DateOnly.FromDateTime(Formats.InAlgiers(TimeProvider.GetUtcNow()).DateTime);
        if (token.LastUsedOn is not { } last || last < day) await Note(token, day);
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(ClaimTypes.Name, person.PublicName),
                new(Principal.TokenClaim, token.Id.ToString()), new(Principal.MailDomainClaim, PersonClaims.DomainOf(person)),
            ],
            Principal.TokenScheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Principal.TokenScheme));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await HandleAuthenticateOnceSafeAsync();
        var refused = grant.IsRefused;
        if (refused) Response.Headers.RetryAfter = ((int)Math.Ceiling(grant.Wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        else Response.Headers.WWWAuthenticate = why == "Tokens.Bad" ? "Bearer realm=\"souq\", error=\"invalid_token\"" : "Bearer realm=\"souq\"";
        Response.Headers.CacheControl = "no-store";
        var status = refused ? StatusCodes.Status429TooManyRequests : StatusCodes.Status401Unauthorized;
        await TypedResults.Problem(text[refused ? "Tokens.Flood" : why], statusCode: status).ExecuteAsync(Context);
    }

    private async Task Note(ApiToken token, DateOnly day)
    {
        // Remembered first: of a burst of requests one says so.
        token.LastUsedOn = day;
        await sender.Send(new NoteTokenUse(token.Id, day), Context.RequestAborted);
    }

    private async Task<AuthenticateResult> Refuse(string key, Limit limit, string subject)
    {
        why = key;
        grant = await limiter.Take(limit, subject, Context.RequestAborted);
        return AuthenticateResult.Fail("No such token");
    }
}
