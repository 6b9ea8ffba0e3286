using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Souq.Web.Security;

namespace Souq.Moderation.Rules.Submitters;

/// <summary>
/// Looks at who sends something, while it is known where he is: rules are asked about an advert later, on whichever node, and then neither his network
/// nor his address is known any more. What is kept is which rules meant him, for minutes.
/// </summary>
public sealed class SubmitterWatch(IModerationStore store, TimeProvider time)
{
    /// <summary>As long as a node goes by what it has read: what an admin changes holds within moments.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private const int Most = 500;

    private (SubmitterRules Rules, DateTimeOffset At)? known;

    public async Task Look(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || http.User.PersonId() is not { } person) return;
        var rules = await Rules(http.RequestAborted);
        if (rules.IsEmpty || rules.About(http.Connection.RemoteIpAddress, http.User.MailDomain()) is not { Count: > 0 } found) return;
        await using var session = store.LightweightSession();
        session.Store(new SubmitterNote { Id = person, Rules = found, At = time.GetUtcNow() });
        var before = time.GetUtcNow() - SubmitterNote.Life;
        session.DeleteWhere<SubmitterNote>(n => n.At < before);
        await session.SaveChangesAsync(http.RequestAborted);
    }

    private async Task<SubmitterRules> Rules(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (known is { } read && now - read.At < Fresh && now >= read.At) return read.Rules;
        await using var session = store.QuerySession();
        var rules = new SubmitterRules(await session.Query<Rule>().Where(r => r.InForce != null).OrderBy(r => r.Id).Take(Most).ToListAsync(cancellation));
        known = (rules, now);
        return rules;
    }
}

public static class SubmitterWatching
{
    /// <summary>Goes after authorization, and before everything that answers.</summary>
    public static IApplicationBuilder UseSubmitterWatch(this IApplicationBuilder app)
    {
        var watch = app.ApplicationServices.GetRequiredService<SubmitterWatch>();
        return app.Use(async (context, next) =>
        {
            await watch.Look(context);
            await next(context);
        });
    }
}
