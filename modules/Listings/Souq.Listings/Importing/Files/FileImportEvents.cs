namespace Souq.Listings.Importing.Files;

/// <summary>A merchant has sent a file; its lines are in <see cref="ImportLinesTable"/>.</summary>
/// <param name="Header">The file's own headings.</param>
/// <param name="Alphabet">Name of the encoding it was read in.</param>
public sealed record FileUploaded(Guid SellerId, IReadOnlyList<string> Header, int Lines, string Alphabet, DateTimeOffset At);

/// <summary>He has said which column is what.</summary>
public sealed record ColumnsMatched(ImportMap Map, DateTimeOffset At);

/// <param name="To">Every line up to this one has been tried.</param>
public sealed record LinesTried(int To, Tally Tally);

/// <summary>Every line has been tried; nothing has been written yet.</summary>
/// <param name="Missing">Adverts from earlier files that this one does not have.</param>
public sealed record FileTried(int Missing, DateTimeOffset At);

/// <param name="WithdrawMissing">What this file lacks is to leave the market.</param>
public sealed record RunStarted(bool WithdrawMissing, DateTimeOffset At);

/// <param name="To">Every line up to this one is done.</param>
public sealed record LinesTaken(int To, Tally Tally);

public sealed record MissingWithdrawn(int Count);

public sealed record RunFinished(DateTimeOffset At);

/// <summary>He has stopped it; what was done stays done.</summary>
public sealed record ImportCancelled(DateTimeOffset At);

/// <summary>He wants back what was withdrawn as missing.</summary>
public sealed record WithdrawalsRegretted(DateTimeOffset At);

public sealed record WithdrawnBroughtBack(int Count, bool Last);

/// <summary>How many lines became what.</summary>
public sealed record Tally(int New, int Changed, int Unchanged, int Refused)
{
    public static Tally None { get; } = new(0, 0, 0, 0);

    public int Total => New + Changed + Unchanged + Refused;

    public static Tally Of(IReadOnlyCollection<LineFate> fates) => new(
        fates.Count(f => f == LineFate.New), fates.Count(f => f == LineFate.Changed), fates.Count(f => f == LineFate.Unchanged), fates.Count(f => f == LineFate.Refused));

    public static Tally operator +(Tally a, Tally b) => new(a.New + b.New, a.Changed + b.Changed, a.Unchanged + b.Unchanged, a.Refused + b.Refused);
}
