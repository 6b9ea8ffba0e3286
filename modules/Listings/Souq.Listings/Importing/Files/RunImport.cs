using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Importing.Files;

/// <summary>The merchant has seen what would happen, and lets it happen.</summary>
/// <param name="WithdrawMissing">Adverts of earlier files that this one lacks leave the market.</param>
public sealed record RunImport(Guid ImportId, Guid ActorId, bool WithdrawMissing);

/// <summary>The merchant stops it.</summary>
public sealed record CancelImport(Guid ImportId, Guid ActorId);

public static class RunImportHandler
{
    public static (Events, OutgoingMessages) Handle(RunImport command, [WriteModel(nameof(RunImport.ImportId))] FileImport import, TimeProvider time)
    {
        import.MustBelongTo(command.ActorId);
        // Pressing the button twice is one run.
        if (import.State is ImportState.Running or ImportState.Done) return ([], []);
        if (import.State != ImportState.Tried) throw new RefusedException("Import.UnderWay");
        var now = time.GetUtcNow();
        if (!import.IsFresh(now)) throw new RefusedException("Import.TooOld");
        return ([new RunStarted(command.WithdrawMissing && import.Missing > 0, now)], [new RunLines(import.Id, 0)]);
    }
}

public static class CancelImportHandler
{
    public static (Events, OutgoingMessages) Handle(CancelImport command, [WriteModel(nameof(CancelImport.ImportId))] FileImport import, TimeProvider time)
    {
        import.MustBelongTo(command.ActorId);
        return import.IsOver ? ([], []) : ([new ImportCancelled(time.GetUtcNow())], []);
    }
}
