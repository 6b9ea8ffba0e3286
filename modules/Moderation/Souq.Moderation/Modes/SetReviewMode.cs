using Marten;
using Souq.Catalog.Contracts;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Moderation.Staff;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Modes;

/// <summary>An admin says when moderators look at the adverts of a section. It holds for the next advert.</summary>
public sealed record SetReviewMode(int SectionId, string? Mode, int? First, int? Sampled, Guid By) : ISeniorAct;

public static class SetReviewModeHandler
{
    public const int MostFirst = 100;

    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task Handle(SetReviewMode command, IDocumentSession session, ICatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<ReviewModes>(ReviewModes.TheId, cancellation);
        if (Decide(stream.Aggregate, command, catalog.Current, time.GetUtcNow()) is { } set) stream.AppendOne(set);
    }

    /// <returns><c>null</c> when it is so already.</returns>
    /// <exception cref="RefusedException">There is no such section or mode, or a number is out of range.</exception>
    public static ReviewModeSet? Decide(ReviewModes? current, SetReviewMode command, CatalogSnapshot catalog, DateTimeOffset now)
    {
        if (catalog.Section(command.SectionId) is null) throw new NotFoundException($"section {command.SectionId}");
        var refusals = new List<Refusal>();
        if (!Enum.TryParse(command.Mode, out ReviewMode mode) || !Enum.IsDefined(mode)) refusals.Add(new("Mode.Missing", "mode"));
        if (command.First is null or < 1 or > MostFirst) refusals.Add(new("Mode.FirstMissing", "first", MostFirst));
        if (command.Sampled is null or < 0 or > 100) refusals.Add(new("Mode.SampledMissing", "sampled"));
        if (refusals.Count > 0) throw new RefusedException(refusals);
        var set = new SectionMode(mode, command.First!.Value, command.Sampled!.Value);
        return current?.Sections.GetValueOrDefault(command.SectionId) == set ? null : new(command.SectionId, set, command.By, now);
    }
}
