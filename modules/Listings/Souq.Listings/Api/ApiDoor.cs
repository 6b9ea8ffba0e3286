using System.Security.Cryptography;
using System.Text;
using JasperFx;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Souq.Kernel;
using Souq.Web.Security;

namespace Souq.Listings.Api;

/// <summary>
/// Every request of a merchant's program passes here: refusals become problem details, and a request with an <c>Idempotency-Key</c> is
/// done once, however often it comes.
/// </summary>
public sealed class ApiDoor(IdempotencyKeys keys, ApiAnswers answers, IStringLocalizer<ApiText> text) : IEndpointFilter
{
    public const string Header = "Idempotency-Key";
    private const int KeyMax = 255;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = "Accept-Language";
        if (!http.Request.Headers.TryGetValue(Header, out var given) || HttpMethods.IsGet(http.Request.Method)) return await Answer(context, next);
        if (given is not [{ Length: >= 1 and <= KeyMax } key] || key.Any(c => c is < ' ' or > '~'))
            return answers.Problem(StatusCodes.Status400BadRequest, text["Api.BadKey", KeyMax]);

        var turn = await keys.Take(http.User.PersonId()!.Value, key, await Fingerprint(http.Request), http.RequestAborted);
        if (turn.Answer is not null) return turn.Answer;
        if (turn.IsOther) return answers.Problem(StatusCodes.Status422UnprocessableEntity, text["Api.OtherRequest"]);
        if (turn.Claim is not { } claim)
            return answers.Problem(StatusCodes.Status409Conflict, text["Api.StillRunning"]) with { RetryAfter = TimeSpan.FromSeconds(2) };

        http.Features.Set(claim);
        try
        {
            var answer = await Answer(context, next);
            // Two changes at once are no answer for good: the same request may succeed in a moment.
            if (answer.RetryAfter is null) await keys.Keep(claim, answer);
            else await keys.Release(claim);
            return answer;
        }
        catch
        {
            await keys.Release(claim);
            throw;
        }
    }

    private async Task<ApiAnswer> Answer(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return (ApiAnswer)(await next(context))!;
        }
        catch (RefusedException refused)
        {
            return answers.Refused(refused.Refusals);
        }
        catch (NotFoundException)
        {
            return answers.Problem(StatusCodes.Status404NotFound, text["Api.NotFound"]);
        }
        catch (BadHttpRequestException bad)
        {
            return answers.Problem(bad.StatusCode, text["Api.BadBody"]);
        }
        catch (ConcurrencyException)
        {
            return answers.Problem(StatusCodes.Status409Conflict, text["Api.Clash"]) with { RetryAfter = TimeSpan.FromSeconds(1) };
        }
    }

    /// <summary>Method, address and body. Of a form only what is in it counts: its boundary is another one every time.</summary>
    private static async Task<byte[]> Fingerprint(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        if (request.HasFormContentType)
        {
            foreach (var file in (await ReadForm(request)).Files)
            {
                await using var stream = file.OpenReadStream();
                hash.AppendData(await SHA256.HashDataAsync(stream, request.HttpContext.RequestAborted));
            }

            return hash.GetHashAndReset();
        }

        request.EnableBuffering();
        hash.AppendData(await SHA256.HashDataAsync(request.Body, request.HttpContext.RequestAborted));
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }

    /// <exception cref="BadHttpRequestException">It is no form, or too large a one.</exception>
    public static async Task<IFormCollection> ReadForm(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException broken)
        {
            throw new BadHttpRequestException(broken.Message, StatusCodes.Status400BadRequest);
        }
    }
}
