using Marten;

namespace Souq.Moderation.Reporting.Pictures;

/// <summary>That a photo came with a report, and how large it is.</summary>
/// <param name="Id">Of the <see cref="ReportPhoto"/>.</param>
public sealed record AttachedPhoto(Guid Id, int Width, int Height);

/// <summary>A photo that came with a report, such as what somebody saw on his screen: erasable, and for nobody but those who may see the case.</summary>
public sealed record ReportPhoto
{
    /// <summary>How long it waits for its report to be sent.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>Its own; while it waits that of the report, so that nobody else can send it along.</summary>
    public Guid Id { get; init; }

    public Guid SellerId { get; init; }

    /// <summary>The person; <c>null</c> for a visitor.</summary>
    public Guid? By { get; init; }

    /// <summary>Since when it waits for its report; <c>null</c> when it came with one.</summary>
    public DateTimeOffset? Since { get; init; }

    public int Width { get; init; }
    public int Height { get; init; }

    /// <summary>WebP, small.</summary>
    public byte[] Card { get; init; } = [];

    /// <summary>WebP, large.</summary>
    public byte[] Zoom { get; init; } = [];

    /// <summary>The report with the photo that waits for it, where one was to go along.</summary>
    public static async Task<Report> Join(Report report, bool asked, IDocumentSession session, CancellationToken cancellation)
    {
        if (!asked || await session.LoadAsync<ReportPhoto>(report.Id, cancellation) is not { } waiting) return report;
        // Under an id of its own no later upload of the same person can take its place.
        var photo = waiting with { Id = Guid.CreateVersion7(), Since = null };
        session.Delete(waiting);
        session.Insert(photo);
        return report with { Photo = new(photo.Id, photo.Width, photo.Height) };
    }

    /// <summary>What nobody sent within a day is forgotten with the next photo or report of anybody.</summary>
    public static void Forget(DateTimeOffset now, IDocumentSession session)
    {
        var before = now - Life;
        session.DeleteWhere<ReportPhoto>(p => p.Since <= before);
    }
}
