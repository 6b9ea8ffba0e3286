using Souq.Kernel;
using Souq.Moderation;
using Souq.Moderation.Contracts;
using Souq.Moderation.Correcting;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Given = Souq.Unit.Listings.Given;

namespace Souq.Unit.Moderation;

public class CorrectingTests
{
    private static readonly CaseSubject Subject = Cases.Subject("Clio 4 tel 0550 12 34 56", "Très propre.\nAppelez le ٠٦٦١٢٣٤٥٦٧ ou wa.me/213661234567 !");

    [Fact]
    public void What_can_be_hidden_are_whole_numbers_and_links_in_any_digits() =>
        ChangeForm.Contacts(Subject).Select(c => (c.InTitle, c.Text)).ShouldBe([(true, "0550 12 34 56"), (false, "٠٦٦١٢٣٤٥٦٧"), (false, "wa.me/213661234567")]);

    [Theory]
    [InlineData("Clio 4, 2015, 120 000 km")]
    [InlineData("F3 100 m2, 3 500 000 DA")]
    [InlineData("Code 2050123456789")]
    public void What_is_no_number_to_call_stays(string title) => ChangeForm.Contacts(Cases.Subject(title)).ShouldBeEmpty();

    [Fact]
    public void All_that_was_found_is_proposed_to_be_hidden()
    {
        var changed = Decide(ChangeForm.Proposed(Subject));
        var copy = ChangeCopy.Of(Cases.CaseId, Subject, changed);
        copy.Title.ShouldBe("Clio 4 tel •••");
        copy.Text.ShouldBe("Très propre.\nAppelez le ••• ou ••• !");
        copy.Lines().ShouldBe([("Appelez le ٠٦٦١٢٣٤٥٦٧ ou wa.me/213661234567 !", "Appelez le ••• ou ••• !")]);
    }

    [Fact]
    public void What_the_moderator_names_is_hidden_wherever_it_stands()
    {
        var changed = Decide(new ChangeForm("", [], "PROPRE", ""));
        ChangeCopy.Of(Cases.CaseId, Subject, changed).Text.ShouldStartWith("Très •••.");
        Should.Throw<RefusedException>(() => Decide(new ChangeForm("", [], "Peugeot", ""))).Refusals.ShouldHaveSingleItem().Key.ShouldBe("Change.NotThere");
    }

    [Fact]
    public void A_title_that_says_nothing_any_more_is_no_title() =>
        Should.Throw<RefusedException>(() => Decide(ChangeForm.Proposed(Cases.Subject("0550123456")), Cases.Subject("0550123456")))
            .Refusals.ShouldHaveSingleItem().Key.ShouldBe("Change.TitleEmpty");

    [Theory]
    [InlineData("", "Change.Nothing")]
    [InlineData("11", "Change.Nothing")]
    [InlineData("999999", "Change.SectionMissing")]
    public void A_change_changes_something(string section, string key) =>
        Should.Throw<RefusedException>(() => Decide(new ChangeForm(section, [], "", ""))).Refusals.ShouldHaveSingleItem().Key.ShouldBe(key);

    [Fact]
    public void Of_what_is_public_already_only_the_section_is_changed()
    {
        var form = ChangeForm.Proposed(Subject) with { Section = $"{Given.Section.Id}" };
        var changed = ChangeCaseHandler.Decide(Cases.Raised, Subject, 11, form.Command(Cases.CaseId, 1, Cases.Me, Subject), Given.Catalog, Cases.Now);
        (changed.SectionId, changed.HiddenInTitle.Count, changed.HiddenInText.Count).ShouldBe((Given.Section.Id, 0, 0));
        Cases.Raised.Apply(changed).State.ShouldBe(CaseState.Approved);
    }

    [Fact]
    public void A_reported_advert_that_is_moved_leaves_the_correction_asked_for_meanwhile()
    {
        var raised = Cases.Returned.Report(Cases.Other);
        var moved = raised.Apply(new CaseChanged(1, Cases.Seller, Cases.Me, 11, 12, [], [], "", Cases.Now));
        (moved.State, moved.Ruling!.Outcome).ShouldBe((CaseState.Returned, Outcome.Returned));
    }

    [Fact]
    public void A_change_that_another_moderator_upholds_leaves_the_advert_public()
    {
        var (appealed, _) = Cases.Appeal(Cases.Changed, Cases.Now);
        appealed.DecisionId.ShouldBe(Decision.IdOfChange(Cases.CaseId, 1));
        Cases.Changed.Apply(appealed).Apply(new DecisionUpheld(appealed.DecisionId, Cases.Seller, Cases.Other, "Vu.", Cases.Now)).State.ShouldBe(CaseState.Approved);
    }

    [Fact]
    public void A_correction_upheld_is_still_asked_for()
    {
        var (appealed, _) = Cases.Appeal(Cases.Returned, Cases.Now);
        Cases.Returned.Apply(appealed).Apply(new DecisionUpheld(appealed.DecisionId, Cases.Seller, Cases.Other, "Vu.", Cases.Now)).State.ShouldBe(CaseState.Returned);
    }

    private static CaseChanged Decide(ChangeForm form, CaseSubject? subject = null) => ChangeCaseHandler.Decide(
        Cases.HeldByMe, subject ?? Subject, 11, form.Command(Cases.CaseId, 1, Cases.Me, subject ?? Subject), Given.Catalog, Cases.Now);
}
