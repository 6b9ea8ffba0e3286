using JasperFx;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;

namespace Souq.Web.Errors;

/// <summary>Which HTTP status an exception is.</summary>
public static class ErrorStatus
{
    /// <summary>500 for everything that nobody foresaw.</summary>
    public static int Of(Exception exception) => exception switch
    {
        NotFoundException => StatusCodes.Status404NotFound,
        ForbiddenException => StatusCodes.Status403Forbidden,
        RefusedException => StatusCodes.Status422UnprocessableEntity,
        ConcurrencyException => StatusCodes.Status409Conflict,
        BadHttpRequestException bad => bad.StatusCode,
        // A posted form that is none: a nought byte, too many fields.
        InvalidDataException => StatusCodes.Status400BadRequest,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        // What the database could not find in time, such as the rarest words among the most adverts: nothing is broken.
        TimeoutException or { InnerException: TimeoutException } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
