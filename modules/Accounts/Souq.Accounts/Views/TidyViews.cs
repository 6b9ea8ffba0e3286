using Marten;
using Microsoft.Extensions.Options;

namespace Souq.Accounts.Views;

/// <summary>Section <c>Views</c> of the configuration.</summary>
public sealed class ViewsOptions
{
    /// <summary>How long it is known who of the staff has seen what.</summary>
    public int Days { get; set; } = 365;
}

/// <summary>Sent by the clock: what is older than anybody asks for leaves the table.</summary>
public sealed record TidyViews;

public static class TidyViewsHandler
{
    public static void Handle(TidyViews _, IDocumentSession session, IOptions<ViewsOptions> options, TimeProvider time) => session.QueueSqlCommand(
        $"delete from {ViewsTable.Name} where at < ?", time.GetUtcNow().AddDays(-options.Value.Days));
}
