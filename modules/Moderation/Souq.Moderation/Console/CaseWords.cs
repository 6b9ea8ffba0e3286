using Microsoft.Extensions.Localization;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation.Opening;
using Souq.Moderation.Subjects;
using Souq.Web.Localisation;

namespace Souq.Moderation.Console;

/// <summary>What cases say in the reader's language.</summary>
public sealed class CaseWords(ICatalog catalog, IStringLocalizer<ModerationText> text, IStringLocalizer<SubjectsText> subjects, TimeProvider time)
{
    public string Title(string? title, long number) =>
        string.IsNullOrWhiteSpace(title) ? text["Console.NoTitle", number] : title;

    /// <param name="kind">Of the subject.</param>
    public string Title(string kind, string? title, long number) => kind == SubjectKinds.Listing ? Title(title, number)
        : string.IsNullOrWhiteSpace(title) ? subjects[$"Kind.{kind}"] : subjects[$"Titled.{kind}", title];

    /// <summary>What the console says of a case, as it fits its kind.</summary>
    public IStringLocalizer Of(string kind) => Of(kind, text);

    public IStringLocalizer Of(string kind, IStringLocalizer adverts) => new KindText(kind, adverts, subjects);

    public string Price(Price price) => price switch
    {
        { Dinars: not null } => PriceFormat.Amount(price, Languages.Current),
        { Type: PriceType.Free } => text["Console.Gift"],
        { Type: PriceType.Exchange } => text["Console.Exchange"],
        _ => text["Console.NoPrice"],
    };

    /// <summary>From the top section down; empty when the catalog does not know it any more.</summary>
    public string SectionPath(int sectionId) =>
        string.Join(" · ", catalog.Current.PathOf(sectionId).Select(s => s.Name.In(Languages.Current)));

    public string Section(int sectionId) => catalog.Current.Section(sectionId)?.Name.In(Languages.Current) ?? "";

    /// <summary>The commune, and the wilaya where it has another name.</summary>
    public string Place(int communeCode)
    {
        if (catalog.Current.Territory.Commune(communeCode) is not { } commune) return "";
        var today = DateOnly.FromDateTime(Formats.InAlgiers(time.GetUtcNow()).Date);
        var (name, wilaya) = (commune.Name.In(Languages.Current), catalog.Current.Territory.WilayaOf(commune, today).Name.In(Languages.Current));
        return name == wilaya ? name : $"{name} · {wilaya}";
    }

    public string Wilaya(int communeCode)
    {
        if (catalog.Current.Territory.Commune(communeCode) is not { } commune) return "";
        var today = DateOnly.FromDateTime(Formats.InAlgiers(time.GetUtcNow()).Date);
        return catalog.Current.Territory.WilayaOf(commune, today).Name.In(Languages.Current);
    }
}
