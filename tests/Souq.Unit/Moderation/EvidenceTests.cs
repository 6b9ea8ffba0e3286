using System.Text.Json;
using Souq.Kernel;
using Souq.Moderation;
using Souq.Moderation.Contracts;
using Souq.Moderation.Correcting;
using Souq.Moderation.Deciding;
using Souq.Moderation.Undoing;

namespace Souq.Unit.Moderation;

public sealed class EvidenceTests
{
    private static readonly string[] Photos = ["aa", "bb"];

    [Fact]
    public void Photos_that_speak_for_a_decision_are_in_it_each_once()
    {
        RefuseCaseHandler.Decide(Cases.Waiting, new(Cases.CaseId, 1, Cases.Me, "photos", "", null, ["aa", "bb", "aa"]), Cases.Now).Photos.ShouldBe(Photos);
        ReturnCaseHandler.Decide(Cases.Waiting, new(Cases.CaseId, 1, Cases.Me, "photos", "", null, Photos), Cases.Now).Photos.ShouldBe(Photos);
        RemoveCaseHandler.Decide(Cases.Raised, new(Cases.CaseId, 1, Cases.Me, "photos", "", "Neuf", null, Photos), Cases.Now)
            .ShouldSatisfyAllConditions(r => r.Photos.ShouldBe(Photos), r => r.Quote.ShouldBe("Neuf"));
    }

    [Fact]
    public void Where_none_does_there_are_none()
    {
        RefuseCaseHandler.Decide(Cases.Waiting, new(Cases.CaseId, 1, Cases.Me, "photos", "", null, []), Cases.Now).Photos.ShouldBeNull();
        // A message has no photos that everybody may see.
        PhotoEvidence.Read(Cases.Raised with { SubjectKind = Reportable.Message }, Photos).ShouldBeNull();
    }

    [Fact]
    public void Nobody_sends_a_thousand_of_them() =>
        Should.Throw<RefusedException>(() => PhotoEvidence.Read(Cases.Waiting, [.. Enumerable.Range(0, 1000).Select(i => $"{i}")]))
            .Refusals.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Key.ShouldBe("Refuse.TooManyPhotos"), r => r.Field.ShouldBe(PhotoEvidence.Field));

    /// <summary>A decision that is being made while the market is renewed, and events of before.</summary>
    [Fact]
    public void What_was_written_before_photos_could_speak_is_still_read()
    {
        const string said = """{"Revision":1,"SellerId":"00000000-0000-0000-0000-000000000001","By":"00000000-0000-0000-0000-000000000002","ReasonCode":"photos","Words":"","At":"2026-01-01T00:00:00Z","Quote":"Neuf"}""";
        JsonSerializer.Deserialize<CaseRefused>(said)!.ShouldSatisfyAllConditions(e => e.Photos.ShouldBeNull(), e => e.Quote.ShouldBe("Neuf"));
        JsonSerializer.Deserialize<CaseReturned>(said)!.Photos.ShouldBeNull();
        JsonSerializer.Deserialize<CaseRemoved>(said)!.ShouldSatisfyAllConditions(e => e.Photos.ShouldBeNull(), e => e.Removal.ShouldBe(1));
        JsonSerializer.Deserialize<Decision>("""{"ReasonCode":"photos"}""")!.Photos.ShouldBeNull();
        new Intention { What = "refuse", Said = """{"Revision":1,"ReasonCode":"photos"}""" }.Decision().ShouldBeOfType<RefuseCase>().Photos.ShouldBeNull();
    }
}
