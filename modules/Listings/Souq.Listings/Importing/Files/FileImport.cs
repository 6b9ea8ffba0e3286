using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Importing.Files;

public enum ImportState { Uploaded, Trying, Tried, Running, Done, Cancelled }

/// <summary>A merchant's file on its way to the market. Only <c>Apply</c> changes it.</summary>
public sealed partial record FileImport
{
    /// <summary>How long what was withdrawn as missing can be brought back in one step.</summary>
    public static readonly TimeSpan Regret = TimeSpan.FromDays(1);

    public Guid Id { get; init; }
    public long Version { get; init; }
    public Guid SellerId { get; init; }
    public ImportState State { get; init; }
    public IReadOnlyList<string> Header { get; init; } = [];
    public int Lines { get; init; }
    public string Alphabet { get; init; } = "";
    public DateTimeOffset UploadedAt { get; init; }
    public ImportMap? Map { get; init; }

    /// <summary>What the trial said; complete from <see cref="ImportState.Tried"/> on.</summary>
    public Tally Trial { get; init; } = Tally.None;
    public int TriedTo { get; init; }
    public int Missing { get; init; }
    public bool WithdrawMissing { get; init; }

    /// <summary>What was done; lines that change nothing are not done again.</summary>
    public Tally Taken { get; init; } = Tally.None;
    public int TakenTo { get; init; }
    public int Withdrawn { get; init; }
    public int Rounds { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public bool IsBringingBack { get; init; }
    public int BroughtBack { get; init; }
    public int BackRounds { get; init; }

    public static FileImport Create(FileUploaded uploaded) => new()
    {
        SellerId = uploaded.SellerId,
        Header = uploaded.Header,
        Lines = uploaded.Lines,
        Alphabet = uploaded.Alphabet,
        UploadedAt = uploaded.At,
    };

    public FileImport Apply(ColumnsMatched matched) =>
        this with { State = ImportState.Trying, Map = matched.Map, Trial = Tally.None, TriedTo = 0, Missing = 0 };

    public FileImport Apply(LinesTried tried) => this with { TriedTo = tried.To, Trial = Trial + tried.Tally };

    public FileImport Apply(FileTried tried) => this with { State = ImportState.Tried, Missing = tried.Missing };

    public FileImport Apply(RunStarted started) => this with { State = ImportState.Running, WithdrawMissing = started.WithdrawMissing };

    public FileImport Apply(LinesTaken taken) => this with { TakenTo = taken.To, Taken = Taken + taken.Tally };

    public FileImport Apply(MissingWithdrawn withdrawn) => this with { Withdrawn = Withdrawn + withdrawn.Count, Rounds = Rounds + 1 };

    public FileImport Apply(RunFinished finished) => this with { State = ImportState.Done, FinishedAt = finished.At };

    public FileImport Apply(ImportCancelled cancelled) => this with { State = ImportState.Cancelled, FinishedAt = cancelled.At };

    public FileImport Apply(WithdrawalsRegretted _) => this with { IsBringingBack = true };

    public FileImport Apply(WithdrawnBroughtBack back) =>
        this with { BroughtBack = BroughtBack + back.Count, BackRounds = BackRounds + 1, IsBringingBack = !back.Last };

    /// <summary>Lines that have something to be done.</summary>
    public int ToTake => Trial.New + Trial.Changed;

    /// <summary>Something happens by itself.</summary>
    public bool IsMoving => State is ImportState.Trying or ImportState.Running || IsBringingBack;

    public bool IsOver => State is ImportState.Done or ImportState.Cancelled;

    /// <summary>Its lines are on hand: without them every advert would seem to be missing from it.</summary>
    public bool IsFresh(DateTimeOffset now) => UploadedAt + TidyImportsHandler.Memory - Regret > now;

    public bool CanRegret(DateTimeOffset now) =>
        IsOver && Withdrawn > 0 && BackRounds == 0 && !IsBringingBack && FinishedAt + Regret > now;

    /// <summary>A line of the file as one of ours.</summary>
    public ImportRow RowOf(SheetLine line, CatalogSnapshot catalog) =>
        AttributeNames.Of(catalog).In(Map!.Apply(line.Line, Header.Zip(line.Cells).ToDictionary(p => p.First, p => p.Second)));

    /// <summary>What the line has in the column that is ours; empty where the file has none.</summary>
    public string CellOf(SheetLine line, string? ours) =>
        Map?.Columns?.GetValueOrDefault(ours ?? "") is { } theirs && Header.Index().FirstOrDefault(h => h.Item == theirs) is { Item: not null } at ? line.Cells[at.Index] : "";

    /// <exception cref="NotFoundException">It is somebody else's.</exception>
    public void MustBelongTo(Guid actorId)
    {
        if (SellerId != actorId) throw new NotFoundException("The import");
    }
}
