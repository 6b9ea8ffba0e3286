using Souq.Listings.Contracts;
using Souq.Moderation.Contracts;
using Souq.Moderation.Reporting;
using Souq.Moderation.Subjects;

namespace Souq.Moderation.Opening;

/// <summary>The module's own copy of what a case is about, erasable apart from the case.</summary>
public sealed record CaseSubject
{
    /// <summary>The case's.</summary>
    public Guid Id { get; init; }

    public Guid SubjectId { get; init; }
    public Guid SellerId { get; init; }
    public long Number { get; init; }
    public string Title { get; init; } = "";

    /// <summary>Of what it says here; 0 for copies of before this was kept.</summary>
    public int Revision { get; init; }

    /// <summary>Rules are tried on it.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where it is read, of what is no advert.</summary>
    public string? Path { get; init; }

    /// <summary>Of something else than an advert.</summary>
    public static CaseSubject From(ReportSlot about, Guid caseId) => new()
    {
        Id = caseId,
        SubjectId = about.SubjectId,
        SellerId = about.OwnerId,
        Number = SubjectNumber.Of(about.SubjectId),
        Title = about.Title,
        Path = about.Path,
    };

    /// <summary>Of an advert that came to the market without a case of its own.</summary>
    public static CaseSubject From(PublicAdvert advert, Guid caseId) => new()
    {
        Id = caseId,
        SubjectId = advert.Id,
        SellerId = advert.SellerId,
        Revision = advert.Revision,
        Number = advert.Number,
        Title = advert.Title,
    };

    /// <summary>Of what came to the market before any moderator saw it.</summary>
    public static CaseSubject From(UnseenListing fact, Guid caseId) => new()
    {
        Id = caseId,
        SubjectId = fact.Published.ListingId,
        SellerId = fact.Published.SellerId,
        Revision = fact.Published.Revision,
        Number = fact.Published.Number,
        Title = fact.Published.Title,
        Description = fact.Description,
    };

    public static CaseSubject From(ListingSubmitted fact, Guid caseId) => new()
    {
        Id = caseId,
        SubjectId = fact.ListingId,
        SellerId = fact.SellerId,
        Revision = fact.Revision,
        Number = fact.Number,
        Title = fact.Title,
        Description = fact.Description,
    };
}
