using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Importing.Files;

/// <summary>The merchant says which of his columns is what, and what holds for every line; then the whole file is tried.</summary>
public sealed record MatchColumns(Guid ImportId, Guid ActorId, ImportMap Map);

/// <summary>How a merchant's files are read: what he said the last time.</summary>
/// <param name="Id">The merchant.</param>
public sealed record RememberedMap(Guid Id, ImportMap Map);

public static class MatchColumnsHandler
{
    public static (Events, IMartenOp, OutgoingMessages) Handle(
        MatchColumns command, [WriteModel(nameof(MatchColumns.ImportId))] FileImport import, TimeProvider time)
    {
        import.MustBelongTo(command.ActorId);
        return ([Decide(command, import, time.GetUtcNow())], MartenOps.Store(new RememberedMap(import.SellerId, command.Map)), [new TryLines(import.Id, 0)]);
    }

    public static ColumnsMatched Decide(MatchColumns command, FileImport import, DateTimeOffset now)
    {
        if (import.State is not (ImportState.Uploaded or ImportState.Tried)) throw new RefusedException("Import.UnderWay");
        if (!import.IsFresh(now)) throw new RefusedException("Import.TooOld");
        var columns = command.Map.Columns ?? new Dictionary<string, string>();
        var refusals = new List<Refusal>();
        if (columns.Values.Any(theirs => !import.Header.Contains(theirs))) refusals.Add(new("Import.UnknownColumn"));
        if (!columns.ContainsKey("ref")) refusals.Add(new("Import.RefColumn"));
        if (!columns.ContainsKey("title")) refusals.Add(new("Import.TitleColumn"));
        if (!columns.ContainsKey("section") && !Holds("section")) refusals.Add(new("Import.SectionColumn", "constant.section"));
        if (!columns.ContainsKey("wilaya") && !columns.ContainsKey("commune") && !Holds("wilaya")) refusals.Add(new("Import.WilayaColumn", "constant.wilaya"));
        return refusals.Count == 0 ? new ColumnsMatched(command.Map, now) : throw new RefusedException(refusals);

        bool Holds(string column) => command.Map.Constants?.GetValueOrDefault(column) is { Length: > 0 };
    }
}
