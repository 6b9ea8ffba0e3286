using Souq.Kernel;

namespace Souq.Moderation.Texts;

/// <summary>Words that moderators say often, in three languages, with fields that a case fills in. Only <c>Apply</c> changes it.</summary>
public sealed partial record StandardText
{
    public Guid Id { get; init; }
    public long Version { get; init; }

    /// <summary>How often it was written.</summary>
    public int Revision { get; init; }

    /// <summary>What moderators choose it by.</summary>
    public string Title { get; init; } = "";

    public LocalizedText Body { get; init; } = new("", "", "");

    /// <summary>Where it is offered, with all below them; everywhere where there are none.</summary>
    public IReadOnlyList<int> Sections { get; init; } = [];

    /// <summary>It is offered no more.</summary>
    public bool Retired { get; init; }

    public static StandardText Create(TextWritten written) => new StandardText().Apply(written);

    public StandardText Apply(TextWritten written) => this with
    {
        Revision = written.Revision,
        Title = written.Title,
        Body = written.Body,
        Sections = written.Sections,
        Retired = false,
    };

    public StandardText Apply(TextRetired _) => this with { Retired = true };

    /// <param name="path">Of the section of a case, from the top down.</param>
    public bool IsFor(IReadOnlyList<int> path) => !Retired && (Sections.Count == 0 || Sections.Any(path.Contains));
}

/// <summary>A senior wrote it, or wrote it anew. What was said with it before stays as it was said.</summary>
public sealed record TextWritten(int Revision, string Title, LocalizedText Body, IReadOnlyList<int> Sections, Guid By, DateTimeOffset At);

public sealed record TextRetired(Guid By, DateTimeOffset At);
