using Souq.Listings.Importing;
using Souq.Listings.Importing.Files;

namespace Souq.Unit.Listings.Importing;

/// <summary>A merchant's file at every point of its way.</summary>
internal static class GivenImport
{
    public static ImportMap Map { get; } = new(
        new Dictionary<string, string> { ["ref"] = "Code", ["title"] = "Libellé", ["price"] = "Prix" },
        new Dictionary<string, string> { ["section"] = Given.Section.Slug, ["wilaya"] = "16" });

    public static FileImport Uploaded() =>
        FileImport.Create(new FileUploaded(Given.Seller, ["Code", "Libellé", "Prix"], 3, "UTF-8", Given.Now)) with { Id = Guid.Parse("44444444-4444-4444-4444-444444444444") };

    public static FileImport Trying() => Uploaded().Apply(new ColumnsMatched(Map, Given.Now));

    public static FileImport Tried(int missing = 0) =>
        Trying().Apply(new LinesTried(4, new Tally(1, 1, 0, 1))).Apply(new FileTried(missing, Given.Now));

    public static FileImport Running(int missing = 0) => Tried(missing).Apply(new RunStarted(missing > 0, Given.Now));

    public static FileImport Done(int withdrawn = 0) => Running(withdrawn) is var running && withdrawn > 0
        ? running.Apply(new MissingWithdrawn(withdrawn)).Apply(new RunFinished(Given.Now)) : running.Apply(new RunFinished(Given.Now));
}
