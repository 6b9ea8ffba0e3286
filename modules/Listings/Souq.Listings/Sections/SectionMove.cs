namespace Souq.Listings.Sections;

/// <summary>The adverts of a closed section are to go to another; kept until the section is opened again.</summary>
public sealed record SectionMove
{
    /// <summary>The closed section.</summary>
    public int Id { get; init; }
    public int MovesTo { get; init; }
    public DateTimeOffset At { get; init; }
}
