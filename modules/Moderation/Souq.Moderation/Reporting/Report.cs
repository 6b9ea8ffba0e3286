using Souq.Kernel;
using Souq.Moderation.Reporting.Pictures;

namespace Souq.Moderation.Reporting;

/// <summary>What somebody has against an advert, in his own words: erasable, apart from the fact that he reported it.</summary>
public sealed record Report
{
    public const int MostWords = 1000;

    private static readonly Guid Space = new("0d8b5a8e-9f0e-4b62-8a44-5b0b2d1f6c37");

    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public Guid SellerId { get; init; }

    /// <summary>The person; <c>null</c> for a visitor.</summary>
    public Guid? By { get; init; }

    public string ReasonCode { get; init; } = "";
    public string Words { get; init; } = "";

    /// <summary>What came with it; <c>null</c> when nothing did.</summary>
    public AttachedPhoto? Photo { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>One for each person, or visitor of the day, and advert: PostgreSQL takes the same id once.</summary>
    public static Guid IdOf(Guid caseId, Guid who) => DeterministicGuid.Create(Space, $"{caseId:N}:{who:N}");
}
