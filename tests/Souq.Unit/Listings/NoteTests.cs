using Microsoft.AspNetCore.Http;
using Souq.Kernel;
using Souq.Listings.Writing.Saving;

namespace Souq.Unit.Listings;

public class NoteTests
{
    private static KeepNote Typing(string title, Guid? actor = null) =>
        new(Given.Draft().Id, actor ?? Given.Seller, OfferStep.Words, new Dictionary<string, string> { ["title"] = title });

    [Fact]
    public void What_is_typed_is_kept_as_it_is_typed()
    {
        var note = KeepNoteHandler.Decide(Typing("  unfin"), Given.Published(), Given.Now);

        note.Field("title").ShouldBe("  unfin");
        note.Field("price").ShouldBe("");
        note.KeptAt.ShouldBe(Given.Now);
    }

    [Fact]
    public void Typing_goes_on_while_a_moderator_reads_and_ends_with_the_advert()
    {
        KeepNoteHandler.Decide(Typing("a"), Given.Waiting(), Given.Now);
        KeepNoteHandler.Decide(Typing("a"), Given.ExpiredListing(), Given.Now);
        Should.Throw<RefusedException>(() => KeepNoteHandler.Decide(Typing("a"), Given.SoldListing(), Given.Now));
    }

    [Fact]
    public void Nobody_types_into_the_advert_of_another() =>
        Should.Throw<NotFoundException>(() => KeepNoteHandler.Decide(Typing("a", Given.Stranger), Given.Draft(), Given.Now));

    [Fact]
    public void A_note_is_not_endless() =>
        Should.Throw<RefusedException>(() => KeepNoteHandler.Decide(Typing(new string('a', DraftNote.MostLetters)), Given.Draft(), Given.Now));

    [Fact]
    public void Only_the_fields_of_the_step_are_kept()
    {
        var form = new FormCollection(new()
        {
            ["_handler"] = "words",
            ["title"] = "t",
            ["section"] = "cars",
            ["attr.make"] = "Dacia",
            ["attr.options"] = new(["a", "b"]),
        });

        DraftNote.FieldsOf(OfferStep.Words, form).ShouldBe(new Dictionary<string, string> { ["title"] = "t" });
        DraftNote.FieldsOf(OfferStep.Details, form).ShouldBe(
            new Dictionary<string, string> { ["section"] = "cars", ["attr.make"] = "Dacia", ["attr.options"] = "a|b" }, ignoreOrder: true);
    }
}
