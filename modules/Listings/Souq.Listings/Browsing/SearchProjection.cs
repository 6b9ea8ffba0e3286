using System.Text.Json;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Browsing;

/// <summary>Keeps <see cref="SearchTable"/>: what is published becomes findable, what has ended stops being so.</summary>
public sealed partial class SearchProjection : EventProjection
{
    private const string Upsert = $"""
        insert into {SearchTable.Name} (id, number, seller_id, available, listed_at, top_section, section, commune, price_type, price, price_per, was, dropped_at,
          title, folded, photo, tone, photos, attributes, words, text_version)
        values (?, ?, ?, true, ?, ?, ?, ?, ?, ?::bigint, ?, ?::bigint, ?::timestamptz, ?, ?, ?, ?, ?, ?::jsonb, ?::tsvector, ?)
        on conflict (id) do update set available = true, top_section = excluded.top_section, section = excluded.section,
          commune = excluded.commune, price_type = excluded.price_type, price = excluded.price,
          price_per = excluded.price_per, title = excluded.title, folded = excluded.folded,
          photo = excluded.photo, tone = excluded.tone, photos = excluded.photos, attributes = excluded.attributes,
          words = excluded.words, text_version = excluded.text_version, {Drop}
        """;

    // An older drop is remembered while the price stays or falls, and forgotten once it rises.
    private const string Drop = $"""
        was = case when excluded.was is not null then excluded.was when excluded.price <= {SearchTable.Name}.price then {SearchTable.Name}.was end,
          dropped_at = case when excluded.was is not null then excluded.dropped_at
            when excluded.price <= {SearchTable.Name}.price then {SearchTable.Name}.dropped_at end
        """;

    private readonly ICatalog catalog;

    public SearchProjection(ICatalog catalog)
    {
        this.catalog = catalog;
        Name = "search";
        // A rebuild begins with an empty table, else what no event accounts for would stay in it.
        Options.DeleteDataInTableOnTeardown(SearchTable.Name);
    }

    public void Project(IEvent<Published> e, IDocumentOperations operations)
    {
        var (published, content) = (e.Data, e.Data.Content);
        var path = catalog.Current.PathOf(content.SectionId);
        operations.QueueSqlCommand(Upsert,
            e.StreamId, published.Number, published.SellerId, published.At,
            path.Count > 0 ? path[0].Id : content.SectionId, content.SectionId, content.CommuneCode,
            (int)(content.Price?.Type ?? PriceType.OnRequest), content.Price?.Dinars!, (int)(content.Price?.Per ?? PricePer.Whole),
            published.Was!, published.Was is null ? null! : published.At, content.Title, ArabicText.Fold(content.Title),
            content.Cover?.Id!, content.Cover?.Tone ?? 0, content.Photos.Count,
            JsonSerializer.Serialize(Typed(content, catalog.Current.Section(content.WrittenIn ?? content.SectionId))),
            SearchWords.Of(content, catalog.Current), ArabicText.Version);
    }

    public void Project(IEvent<Renewed> e, IDocumentOperations operations) =>
        operations.QueueSqlCommand($"update {SearchTable.Name} set available = true where id = ?", e.StreamId);

    public void Project(IEvent<PriceChanged> e, IDocumentOperations operations) => operations.QueueSqlCommand(
        $"""
        update {SearchTable.Name} set price_type = ?, price = excluded.price, price_per = ?, {Drop}
        from (select ?::bigint as price, ?::bigint as was, ?::timestamptz as dropped_at) excluded where id = ?
        """,
        (int)e.Data.Price.Type, (int)e.Data.Price.Per, e.Data.Price.Dinars!, e.Data.Was!, e.Data.At, e.StreamId);

    // Its old section's words stay: whoever calls the thing so still finds it.
    public void Project(IEvent<MovedToSection> e, IDocumentOperations operations)
    {
        var path = catalog.Current.PathOf(e.Data.SectionId);
        operations.QueueSqlCommand(
            $"update {SearchTable.Name} set top_section = ?, section = ?, words = words || ?::tsvector where id = ? and section = ?",
            path.Count > 0 ? path[0].Id : e.Data.SectionId, e.Data.SectionId, SearchWords.OfSection(path, catalog.Current), e.StreamId, e.Data.From);
    }

    public void Project(IEvent<Bumped> e, IDocumentOperations operations) =>
        operations.QueueSqlCommand($"update {SearchTable.Name} set listed_at = ? where id = ?", e.Data.At, e.StreamId);

    public void Project(IEvent<Reopened> e, IDocumentOperations operations) =>
        operations.QueueSqlCommand($"update {SearchTable.Name} set available = ? where id = ?", e.Data.Life == ListingLife.Published, e.StreamId);

    public void Project(IEvent<Expired> e, IDocumentOperations operations) => TakeOff(e.StreamId, operations);

    public void Project(IEvent<Sold> e, IDocumentOperations operations) => TakeOff(e.StreamId, operations);

    public void Project(IEvent<Withdrawn> e, IDocumentOperations operations) => TakeOff(e.StreamId, operations);

    public void Project(IEvent<Removed> e, IDocumentOperations operations) => TakeOff(e.StreamId, operations);

    private static void TakeOff(Guid id, IDocumentOperations operations) =>
        operations.QueueSqlCommand($"update {SearchTable.Name} set available = false where id = ?", id);

    // Numbers as numbers, so that a range can be asked for; several choices as an array, so that containment finds each.
    private static Dictionary<string, object> Typed(ListingContent content, Section? section)
    {
        var typed = new Dictionary<string, object>();
        foreach (var (key, value) in content.Attributes)
            typed[key] = section?.AttributeEver(key)?.Kind switch
            {
                AttributeKind.Number when decimal.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
                AttributeKind.Choices => value.Split('|'),
                _ => value,
            };
        return typed;
    }
}
