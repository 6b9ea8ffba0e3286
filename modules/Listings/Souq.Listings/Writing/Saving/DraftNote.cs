using Microsoft.AspNetCore.Http;

namespace Souq.Listings.Writing.Saving;

/// <summary>The steps whose fields are kept while they are typed.</summary>
public enum OfferStep { Details, Words }

/// <summary>
/// What a seller has typed in a step and not sent off yet, exactly as typed: no event of the advert, and gone once the step is sent, the
/// advert ends or the person is erased.
/// </summary>
/// <param name="Fields">By form name.</param>
public sealed record DraftNote(string Id, Guid ListingId, Guid SellerId, IReadOnlyDictionary<string, string> Fields, DateTimeOffset KeptAt)
{
    /// <summary>Letters of all fields together; the longest advert has a third of it.</summary>
    public const int MostLetters = 20_000;

    private static readonly HashSet<string> Words = ["title", "description", "price_type", "price", "price_unit", "price_per", "wilaya", "commune"];

    public static string IdOf(Guid listingId, OfferStep step) => $"{listingId:N}/{step}";

    public string Field(string name) => Fields.GetValueOrDefault(name, "");

    /// <summary>The fields of a posted form that belong to the step; several ticked boxes of one name are joined by <c>|</c>.</summary>
    public static IReadOnlyDictionary<string, string> FieldsOf(OfferStep step, IFormCollection form)
    {
        if (step == OfferStep.Words) return form.Where(f => Words.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value.ToString());
        var fields = AttributeForm.Read(form).ToDictionary(a => AttributeForm.Prefix + a.Key, a => a.Value ?? "");
        if (form.TryGetValue("section", out var section)) fields["section"] = section.ToString();
        return fields;
    }
}
