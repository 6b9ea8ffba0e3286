using Souq.Kernel;

namespace Souq.Web.Components;

/// <summary>What a card shows of an advert.</summary>
/// <param name="Number">Public number, as in <c>l/1234</c>.</param>
/// <param name="Place">Name of the commune or wilaya in the reader's language.</param>
/// <param name="Since">When it came on the market.</param>
public sealed record ListingCardModel(long Number, string Title, Price Price, string Place, DateTimeOffset Since)
{
    /// <summary>The higher price it had before, in dinars.</summary>
    public long? OldDinars { get; init; }

    public PhotoModel? Photo { get; init; }

    public int PhotoCount { get; init; }

    /// <summary>A few telling values, ready to read: <c>2018 · 120 000 km · diesel</c>.</summary>
    public string? Facts { get; init; }

    /// <summary>Icon that stands in for a missing photo: the section's.</summary>
    public string Icon { get; init; } = "package";

    public IReadOnlyList<BadgeModel> Badges { get; init; } = [];

    /// <summary>It is no longer to be had; a badge says why.</summary>
    public bool Ended { get; init; }

    /// <summary>Where the card leads, when not to the advert's page.</summary>
    public string? Href { get; init; }

    public string Address => Href ?? $"l/{Number}";
}

public enum BadgeKind { Plain, Brand, Good, Warn, Bad, Accent }

/// <summary>A word or two about the state of a thing, with an icon when colour would say it alone.</summary>
public sealed record BadgeModel(string Text, BadgeKind Kind = BadgeKind.Plain, string? Icon = null);
