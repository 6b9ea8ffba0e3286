using Souq.Kernel;

namespace Souq.Moderation.Modes;

/// <summary>When moderators look at the adverts of a section.</summary>
public enum ReviewMode
{
    /// <summary>Before anybody sees them.</summary>
    Before,

    /// <summary>Before, as long as the seller is new; after that a sample of them.</summary>
    Newcomers,

    /// <summary>A sample of them, after they are public.</summary>
    After,
}

/// <param name="First">Approved adverts after which a seller is new no more.</param>
/// <param name="Sampled">Of a hundred adverts that are public at once, those a moderator looks at.</param>
public sealed record SectionMode(ReviewMode Mode, int First, int Sampled)
{
    public static readonly SectionMode Default = new(ReviewMode.Before, 3, 10);
}

/// <summary>When moderators look at which section: what is set for a section holds for all below it that have nothing of their own.</summary>
public sealed partial record ReviewModes
{
    /// <summary>There is one of them.</summary>
    public static readonly Guid TheId = DeterministicGuid.Create(new("5d0d5f3e-0d5e-4c0a-8a3e-3b1a3f4f2c11"), "modes");

    public Guid Id { get; init; }
    public long Version { get; init; }
    public IReadOnlyDictionary<int, SectionMode> Sections { get; init; } = new Dictionary<int, SectionMode>();

    /// <param name="path">The section's, from the top down.</param>
    public SectionMode For(IReadOnlyList<int> path) =>
        path.Reverse().Select(s => Sections.GetValueOrDefault(s)).FirstOrDefault(m => m is not null) ?? SectionMode.Default;

    public static ReviewModes Create(ReviewModeSet set) => new ReviewModes().Apply(set);

    public ReviewModes Apply(ReviewModeSet set) => this with { Sections = new Dictionary<int, SectionMode>(Sections) { [set.SectionId] = set.Mode } };
}

/// <summary>From now on the adverts of a section are looked at so.</summary>
public sealed record ReviewModeSet(int SectionId, SectionMode Mode, Guid By, DateTimeOffset At);
