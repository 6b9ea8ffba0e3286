using Souq.Catalog.Choices;
using Souq.Catalog.Contracts;
using Souq.Catalog.Editing;
using Souq.Catalog.History;
using Souq.Catalog.Lists;
using Souq.Kernel;

namespace Souq.Unit.Catalog;

public sealed class ListEditing
{
    private static readonly LocalizedText Name = new("اسم", "Nom", "Name");

    [Fact]
    public void Whatever_is_delivered_could_have_been_typed()
    {
        foreach (var list in Given.Delivered.Lists)
            foreach (var choice in list.List.Choices)
                ChoiceRules.Check(choice, isNew: false, list, Given.Delivered).ShouldBeEmpty($"{list.List.Key}: {choice.Value} {choice.Parent}");
    }

    [Theory]
    [InlineData("Clio 5", "renault", "Choice.BadValue", "value")]
    [InlineData("clio", "renault", "Choice.Taken", "value")]
    [InlineData("clio-5", "no-make", "Choice.ParentUnknown", "parent")]
    [InlineData("clio", "peugeot", "Choice.OtherName", "name_ar")]
    public void A_choice_has_a_value_of_its_own_under_a_choice_that_exists(string value, string parent, string key, string field) =>
        Refused("car-models", new ChoiceDraft(value, Name, parent, [])).ShouldBe([(key, field)]);

    [Fact]
    public void Names_in_a_list_of_which_several_are_chosen_hold_no_comma() =>
        Refused("car-options", new ChoiceDraft("massage-seats", new("مقاعد، مدلكة", "Sièges, massants", "Massage seats"), null, []))
            .ShouldBe([("Choice.NoCommas", "name_ar"), ("Choice.NoCommas", "name_fr")]);

    [Fact]
    public void A_retired_choice_is_not_offered_and_still_says_what_it_is()
    {
        var list = Given.List("car-papers");
        var gone = list.List.Choices[0];
        var state = Given.Delivered with { Lists = [.. Given.Delivered.Lists.Where(l => l != list), list.Apply(new ChoiceRetired(gone, Given.Admin, Given.Now))] };
        var papers = state.Snapshot().Section("cars")!.Attribute("papers")!;
        papers.Choices.ShouldNotContain(c => c.Value == gone.Value);
        AttributeRules.Display(papers, gone.Value, Language.French).ShouldBe(gone.Name.Fr);
        Read(state, "papers", gone.Name.Fr).ShouldBe([("Attribute.NotAChoice", "attr.papers")]);
        // An advert that has it can still be edited.
        Read(state, "papers", gone.Value).ShouldBeEmpty();
    }

    [Fact]
    public void Changes_of_one_choice_are_taken_back_one_by_one()
    {
        var list = Given.List("colours");
        var teal = new AttributeChoice("teal", new("أزرق مخضر", "Bleu canard", "Teal"));
        var added = Change(2, new ChoiceAdded(teal, Given.Admin, Given.Now), list);
        UndoListChangeHandler.Decide(added, added.After, Given.Admin, Given.Now).ShouldBe(new ChoiceRetired(teal, Given.Admin, Given.Now, 2));

        var renamed = Change(3, new ChoiceRevised(teal with { Name = teal.Name with { Fr = "Sarcelle" } }, Given.Admin, Given.Now), added.After);
        UndoListChangeHandler.Decide(renamed, renamed.After, Given.Admin, Given.Now).ShouldBe(new ChoiceRevised(teal, Given.Admin, Given.Now, 3));
        Given.Reasons(() => UndoListChangeHandler.Decide(added, renamed.After, Given.Admin, Given.Now)).ShouldBe([("Undo.ChangedSince", null)]);

        var retired = Change(4, new ChoiceRetired(teal, Given.Admin, Given.Now), renamed.After);
        UndoListChangeHandler.Decide(retired, retired.After, Given.Admin, Given.Now).ShouldBeOfType<ChoiceReopened>().Undoes.ShouldBe(4);
        Given.Reasons(() => UndoListChangeHandler.Decide(retired, renamed.After, Given.Admin, Given.Now)).ShouldBe([("Undo.ChangedSince", null)]);
    }

    private static ListChange Change(long version, object e, CatalogChoiceList before)
    {
        var after = e switch
        {
            ChoiceAdded added => before.Apply(added),
            ChoiceRevised revised => before.Apply(revised),
            _ => before.Apply((ChoiceRetired)e),
        };
        return new ListChange(version, e, Given.Now, Given.Admin, before, after with { Version = version }, null);
    }

    private static IReadOnlyList<(string, string?)> Read(CatalogState state, string key, string typed)
    {
        var section = state.Snapshot().Section("cars")!;
        var (_, refusals) = AttributeRules.Read(section, new Dictionary<string, string?> { ["make"] = "Renault", ["year"] = "2018", [key] = typed });
        return [.. refusals.Select(r => (r.Key, r.Field))];
    }

    private static IReadOnlyList<(string, string?)> Refused(string list, ChoiceDraft draft) =>
        [.. ChoiceRules.Check(draft.Choice(), isNew: true, Given.List(list), Given.Delivered).Select(r => (r.Key, r.Field))];
}
