namespace Souq.Kernel;

/// <summary>
/// A sum of money: whole Algerian dinars. Everything the market knows about sums is here: how they are typed, counted in millions and
/// milliards of centimes, written and said.
/// </summary>
/// <param name="Dinars">Whole dinars; a price is between <see cref="Least"/> and <see cref="Most"/>.</param>
public readonly partial record struct Money(long Dinars) : IComparable<Money>
{
    /// <summary>In dinars.</summary>
    public const long Least = 1, Most = 100_000_000_000;

    /// <summary>Rounded to whole dinars, half up.</summary>
    /// <returns><c>null</c> when below <see cref="Least"/> or above <see cref="Most"/>, however large the amount.</returns>
    public static Money? Of(decimal amount, PriceUnit unit)
    {
        // Compared before multiplying: a decimal overflows too.
        if (amount <= 0 || amount > Most / DinarsIn(unit) + 1) return null;
        var dinars = Math.Round(amount * DinarsIn(unit), MidpointRounding.AwayFromZero);
        return dinars is >= Least and <= Most ? new Money((long)dinars) : null;
    }

    /// <summary>The amount to show in a form that asks in this unit; exact.</summary>
    public decimal In(PriceUnit unit) => Dinars / DinarsIn(unit);

    /// <summary>So many per cent less, to the dinar, and never nothing.</summary>
    /// <param name="percent">1 to 99.</param>
    public Money Less(int percent) =>
        new(Math.Max(Least, (long)Math.Round(Dinars * (100m - percent) / 100m, MidpointRounding.AwayFromZero)));

    /// <summary>How many times it is above (2 is double) or below (0.5 is half) another sum.</summary>
    public decimal Times(Money other) => (decimal)Dinars / other.Dinars;

    public int CompareTo(Money other) => Dinars.CompareTo(other.Dinars);

    public static bool operator <(Money left, Money right) => left.Dinars < right.Dinars;

    public static bool operator >(Money left, Money right) => left.Dinars > right.Dinars;

    public static bool operator <=(Money left, Money right) => left.Dinars <= right.Dinars;

    public static bool operator >=(Money left, Money right) => left.Dinars >= right.Dinars;

    private static decimal DinarsIn(PriceUnit unit) => unit switch
    {
        PriceUnit.Million => 10_000m,
        PriceUnit.Milliard => 10_000_000m,
        _ => 1m,
    };
}
