using Microsoft.AspNetCore.Http;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Writing.Saving;

namespace Souq.Listings.Writing;

/// <summary>The second step as typed; what cannot be read is refused by field and shown again as it was.</summary>
public sealed record WordsForm(
    string Title, string Description, string PriceType, string Amount, string Unit, string Per, string Wilaya, string Commune)
{
    public static WordsForm Read(IFormCollection form) => long.TryParse(form["price_meant"], out var meant)
        ? Typed(form) with { Amount = PriceFormat.Number(meant, Languages.Current), Unit = nameof(PriceUnit.Dinar) }
        : Typed(form);

    private static WordsForm Typed(IFormCollection form) => Typed(name => form[name].ToString());

    /// <summary>What was typed and not sent off.</summary>
    public static WordsForm Of(DraftNote note) => Typed(note.Field);

    private static WordsForm Typed(Func<string, string> field) => new(
        field("title"), field("description"), field("price_type"), field("price"), field("price_unit"), field("price_per"), field("wilaya"), field("commune"));

    /// <summary>What the draft says so far.</summary>
    public static WordsForm Of(ListingContent draft, Section section, Territory territory, DateOnly today)
    {
        var commune = territory.Commune(draft.CommuneCode);
        return new WordsForm(
            draft.Title, draft.Description, (draft.Price?.Type ?? section.PriceTypes[0]).ToString(),
            draft.Price?.Dinars is { } dinars ? PriceFormat.Number(dinars, Languages.Current) : "", nameof(PriceUnit.Dinar),
            (draft.Price?.Per ?? PricePer.Whole).ToString(),
            commune is null ? "" : territory.WilayaOf(commune, today).Code.ToString(System.Globalization.CultureInfo.InvariantCulture),
            commune?.Code.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "");
    }

    public PriceType? Type => Enum.TryParse<PriceType>(PriceType, out var type) && Enum.IsDefined(type) ? type : null;

    public int CommuneCode => int.TryParse(Commune, out var code) ? code : 0;

    public int? WilayaCode => int.TryParse(Wilaya, out var code) ? code : null;

    public (Price? Price, Refusal? Refusal) Price()
    {
        if (Type is not { } type) return (null, new Refusal("Price.TypeRequired", "price_type"));
        if (!PriceRules.TakesAmount(type)) return (new Price(type, null), null);
        if (string.IsNullOrWhiteSpace(Amount))
            return PriceRules.NeedsAmount(type) ? (null, new Refusal("Price.Required", "price")) : (new Price(type, null), null);
        var unit = Enum.TryParse<PriceUnit>(Unit, out var typed) && Enum.IsDefined(typed) ? typed : PriceUnit.Dinar;
        var per = Enum.TryParse<PricePer>(Per, out var chosen) && Enum.IsDefined(chosen) ? chosen : PricePer.Whole;
        if (Money.Read(Amount, unit) is { } money) return (new Price(type, money.Dinars, per), null);
        return (null, Money.Amount(Amount, unit) is null ? new Refusal("Price.NotANumber", "price", Amount) : new Refusal("Price.OutOfBounds", "price"));
    }
}
