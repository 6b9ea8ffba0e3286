using System.Text.Json.Serialization;
using Souq.Kernel;

namespace Souq.Accounts.Stores;

/// <summary>A photo as the pipeline knows it.</summary>
/// <param name="Tone">Its average colour, 0–63.</param>
public sealed record StorePicture(string Id, int Width, int Height, int Tone);

/// <summary>What moderators took down of a store.</summary>
/// <param name="Title"><c>null</c> where it stayed.</param>
/// <param name="Sign">What it was called instead.</param>
/// <param name="Slug">The address that went with the title.</param>
/// <param name="Door">The address it had instead.</param>
public sealed record TakenDown(
    string Words, string? Website, StorePicture? Logo, StorePicture? Front, string? Title = null, string? Sign = null, string? Slug = null, string? Door = null);

public enum BadgeState { None, Asked, Granted, Denied, Withdrawn }

/// <summary>A seller's store as the public sees it. A person has at most one, and its id follows from his. Only <c>Apply</c> changes it.</summary>
public sealed partial record Store
{
    private static readonly Guid Space = new("3b1e0f0c-58a7-4f2e-9f5d-7c61d2a9be10");

    public Guid Id { get; init; }
    public long Version { get; init; }
    public Guid PersonId { get; init; }
    public string Slug { get; init; } = "";
    public string Title { get; init; } = "";
    public string Words { get; init; } = "";
    public string? Website { get; init; }
    public IReadOnlyList<int> Places { get; init; } = [];
    public OpeningHours Hours { get; init; } = OpeningHours.Unsaid;
    public StorePicture? Logo { get; init; }
    public StorePicture? Front { get; init; }
    /// <summary>Until it is put back; <c>null</c> where nothing is.</summary>
    public TakenDown? TakenDown { get; init; }

    public DateTimeOffset FoundedAt { get; init; }
    public DateTimeOffset? ShutAt { get; init; }
    public DateTimeOffset? ErasedAt { get; init; }
    public BadgeState Badge { get; init; }

    /// <summary>When the badge came to where it is.</summary>
    public DateTimeOffset? BadgeAt { get; init; }

    /// <summary>What the operator last wrote about it.</summary>
    public string BadgeWords { get; init; } = "";

    [JsonIgnore]
    public bool IsOpen => ShutAt is null && ErasedAt is null;

    [JsonIgnore]
    public bool IsVerified => Badge == BadgeState.Granted;

    /// <summary>Its title was taken down, and its seller has written no other.</summary>
    [JsonIgnore]
    public bool IsUntitled => TakenDown?.Sign is { } sign && Title == sign;

    /// <summary>Relative to the base of a language.</summary>
    [JsonIgnore]
    public string Path => $"s/{Slug}";

    public static Guid IdOf(Guid personId) => DeterministicGuid.Create(Space, personId.ToString("N"));

    public static Store Create(StoreFounded founded) =>
        new() { PersonId = founded.PersonId, Slug = founded.Slug, Title = founded.Title, FoundedAt = founded.At };

    public Store Apply(StoreDescribed described) => this with
    {
        Title = described.Title,
        Words = described.Words,
        Website = described.Website,
        Places = described.Places,
        Hours = described.Hours,
    };

    public Store Apply(SlugChanged changed) => this with { Slug = changed.Slug };

    public Store Apply(LogoHung hung) => this with { Logo = hung.Picture };

    public Store Apply(FrontPainted painted) => this with { Front = painted.Picture };

    public Store Apply(StoreBared bared) => this with
    {
        TakenDown = new(
            bared.Words ? Words : TakenDown?.Words ?? "", bared.Words ? Website : TakenDown?.Website, bared.Pictures ? Logo : TakenDown?.Logo, bared.Pictures ? Front : TakenDown?.Front,
            bared.Sign is null ? TakenDown?.Title : Title, bared.Sign ?? TakenDown?.Sign, bared.Slug is null ? TakenDown?.Slug : Slug, bared.Slug ?? TakenDown?.Door),
        Title = bared.Sign ?? Title,
        Slug = bared.Slug ?? Slug,
        Words = bared.Words ? "" : Words,
        Website = bared.Words ? null : Website,
        Logo = bared.Pictures ? null : Logo,
        Front = bared.Pictures ? null : Front,
    };

    public Store Apply(StorePutBack _) => this with
    {
        TakenDown = null,
        Title = IsUntitled ? TakenDown!.Title! : Title,
        Slug = TakenDown?.Slug is { } slug && TakenDown.Door == Slug ? slug : Slug,
        Words = Words.Length > 0 ? Words : TakenDown?.Words ?? "",
        Website = Website ?? TakenDown?.Website,
        Logo = Logo ?? TakenDown?.Logo,
        Front = Front ?? TakenDown?.Front,
    };

    public Store Apply(StoreShut shut) => this with { ShutAt = shut.At };

    public Store Apply(StoreReopened _) => this with { ShutAt = null };

    public Store Apply(BadgeAsked asked) => this with { Badge = BadgeState.Asked, BadgeAt = asked.At, BadgeWords = "" };

    public Store Apply(BadgeGranted granted) => this with { Badge = BadgeState.Granted, BadgeAt = granted.At, BadgeWords = granted.Words };

    public Store Apply(BadgeDenied denied) => this with { Badge = BadgeState.Denied, BadgeAt = denied.At, BadgeWords = denied.Words };

    public Store Apply(BadgeWithdrawn withdrawn) =>
        this with { Badge = BadgeState.Withdrawn, BadgeAt = withdrawn.At, BadgeWords = withdrawn.Words };

    public Store Apply(StoreErased erased) => this with
    {
        ErasedAt = erased.At,
        Slug = "",
        Title = "",
        Words = "",
        Website = null,
        Places = [],
        Hours = OpeningHours.Unsaid,
        Logo = null,
        Front = null,
        TakenDown = null,
        Badge = BadgeState.None,
        BadgeWords = "",
    };
}
