using System.Globalization;
using NetVips;
using Souq.Host.Demo.Pictures;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Duplicates;

namespace Souq.Unit.Listings.Duplicates;

/// <summary>
/// Adverts made for measuring, the same for the same size: things with drawn photos and words; each again as its seller would offer it a second
/// time (photos cropped, mirrored, re-encoded, made lighter; words moved, dropped, misspelt, added); and others that only look like it.
/// </summary>
internal sealed class DuplicateCorpus
{
    private static readonly string[] Kinds = [.. DemoPictures.AllKinds];
    private static readonly string[] Makes = ["Renault", "Peugeot", "Dacia", "Hyundai", "Kia", "سيات", "فولكسفاغن"];

    private static readonly string[] Sentences =
    [
        "Très bon état général", "entretien suivi", "première main", "papiers en règle", "visite possible tous les jours", "prix légèrement négociable",
        "نظيف جدا من الداخل والخارج", "سبب البيع السفر", "الأوراق كاملة", "استعمال خفيف", "مع كل اللوازم", "للجادين فقط", "جاهز للاستعمال", "التسليم ممكن",
    ];

    private readonly Random random = new(20_26);

    private DuplicateCorpus() { }

    /// <summary>What is the same thing offered twice.</summary>
    public List<(ListingContent First, ListingContent Second)> Same { get; } = [];

    /// <summary>What is not, though much of it is alike.</summary>
    public List<(ListingContent First, ListingContent Second)> Different { get; } = [];

    /// <summary>Pictures and altered copies of them.</summary>
    public List<(ulong First, ulong Second)> SamePhotos { get; } = [];

    /// <summary>Pictures of different kinds of things.</summary>
    public List<(ulong First, ulong Second)> DifferentPhotos { get; } = [];

    public static DuplicateCorpus Make(int things)
    {
        var corpus = new DuplicateCorpus();
        var made = Enumerable.Range(0, things).Select(corpus.Thing).ToList();
        foreach (var (content, files) in made) corpus.Again(content, files);
        for (var i = 0; i < things; i++)
        {
            corpus.Different.Add((made[i].Content, made[(i + 1) % things].Content with { SectionId = made[i].Content.SectionId }));
            corpus.Different.Add((made[i].Content, corpus.Sibling(made[i].Content, made[(i + Kinds.Length) % things].Content.Photos)));
            for (var other = i + 1; other < things; other++)
                if (i % Kinds.Length != other % Kinds.Length && made[i].Content.Photos[0].Hash is { } a && made[other].Content.Photos[0].Hash is { } b)
                    corpus.DifferentPhotos.Add((a, b));
        }

        return corpus;
    }

    private (ListingContent Content, IReadOnlyList<byte[]> Files) Thing(int i)
    {
        var kind = Kinds[i % Kinds.Length];
        byte[][] files = [DemoPictures.Draw(kind, 11 + i, 0), DemoPictures.Draw(kind, 11 + i, 1)];
        var year = (2005 + random.Next(20)).ToString(CultureInfo.InvariantCulture);
        var content = ListingContent.Empty with
        {
            SectionId = 100 + (i % 9),
            Title = $"{kind} {Makes[random.Next(Makes.Length)]} {Words(2)} {year}",
            Description = string.Join(". ", Enumerable.Range(0, 3 + random.Next(4)).Select(_ => Sentences[random.Next(Sentences.Length)]).Distinct()) + $". {Words(6)}",
            Price = new Price(PriceType.Negotiable, (5 + random.Next(400)) * 5_000L),
            Attributes = new Dictionary<string, string> { ["year"] = year, ["mileage"] = (random.Next(40) * 7_000 + 12_000).ToString(CultureInfo.InvariantCulture) },
            CommuneCode = 1601,
            Photos = [.. files.Select((file, n) => Photo(file, $"{i}-{n}"))],
        };
        return (content, files);
    }

    // The same thing a second time: sometimes with the photos as they were, sometimes altered, sometimes without.
    private void Again(ListingContent content, IReadOnlyList<byte[]> files)
    {
        var altered = files.Select(f => Altered(f)).ToList();
        foreach (var (file, copy) in files.Zip(altered))
            if (Hash(file) is { } a && Hash(copy) is { } b) SamePhotos.Add((a, b));
        var photos = random.Next(5) == 0 ? [] : altered.Select((file, n) => Photo(file, $"again-{content.Title}-{n}")).ToList();
        Same.Add((content, content with
        {
            Title = Reworded(content.Title, 0.25),
            Description = Reworded(content.Description, 0.3) + (random.Next(3) == 0 ? " Urgent. مستعجل" : ""),
            Price = content.Price! with { Dinars = (long)(content.Price.Dinars!.Value * (0.88 + random.NextDouble() * 0.2)) },
            Photos = photos,
        }));
    }

    // A dealer's next one: the same words, another year and mileage, another photo.
    private ListingContent Sibling(ListingContent content, IReadOnlyList<ListingPhoto> photos) => content with
    {
        Attributes = new Dictionary<string, string>
        {
            ["year"] = (int.Parse(content.Attributes["year"], CultureInfo.InvariantCulture) - 1 - random.Next(3)).ToString(CultureInfo.InvariantCulture),
            ["mileage"] = (int.Parse(content.Attributes["mileage"], CultureInfo.InvariantCulture) + 9_000 + random.Next(90_000)).ToString(CultureInfo.InvariantCulture),
        },
        Photos = photos,
    };

    private byte[] Altered(byte[] file)
    {
        using var picture = Image.NewFromBuffer(file);
        var (left, top) = ((int)(picture.Width * random.NextDouble() * 0.03), (int)(picture.Height * random.NextDouble() * 0.03));
        using var cropped = picture.Crop(left, top, picture.Width - (2 * left), picture.Height - (2 * top));
        using var turned = random.Next(4) == 0 ? cropped.FlipHor() : cropped.Copy();
        using var lit = turned.Linear([0.9 + random.NextDouble() * 0.2], [random.Next(-12, 13)]).Cast(Enums.BandFormat.Uchar);
        using var sized = lit.Resize(0.5 + random.NextDouble() * 0.5);
        return sized.JpegsaveBuffer(q: 35 + random.Next(60));
    }

    private string Reworded(string text, double change)
    {
        var words = text.Split(' ').ToList();
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (random.NextDouble() > change) continue;
            switch (random.Next(3))
            {
                case 0 when words.Count > 3: words.RemoveAt(i); break;
                case 1 when words[i].Length > 4: words[i] = words[i].Remove(random.Next(words[i].Length), 1); break;
                default: words.Insert(random.Next(words.Count), "bien"); break;
            }
        }

        return string.Join(' ', words);
    }

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ =>
        string.Concat(Enumerable.Range(0, 2 + random.Next(2)).Select(_ => "btdrlmns"[random.Next(8)].ToString() + "aeiou"[random.Next(5)]))));

    private static ListingPhoto Photo(byte[] file, string id) => new(id, 1080, 810, 0, null, Hash(file));

    private static ulong? Hash(byte[] file)
    {
        using var picture = Image.NewFromBuffer(file);
        return PhotoHash.Of(picture);
    }
}
