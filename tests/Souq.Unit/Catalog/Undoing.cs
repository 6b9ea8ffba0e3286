using Souq.Catalog.Editing;
using Souq.Catalog.Sections;

namespace Souq.Unit.Catalog;

public sealed class Undoing
{
    private static readonly SectionDefinition First = Given.Section("cars").Definition;

    [Fact]
    public void Taking_back_the_newest_change_restores_what_was()
    {
        var second = First with { LifeDays = 45, Slug = "vehicles", Attributes = [.. First.Attributes.Skip(1)] };
        SectionParts.AreSame(UndoSectionChangeHandler.Without(second, First, second), First).ShouldBeTrue();
    }

    [Fact]
    public void What_was_changed_otherwise_since_stays()
    {
        var second = First with { LifeDays = 45 };
        var third = second with { PhotoLimit = 3, Attributes = [.. second.Attributes, Given.Asked("doors", Souq.Catalog.Contracts.AttributeKind.YesNo).Shape()] };
        var undone = UndoSectionChangeHandler.Without(third, First, second);
        (undone.LifeDays, undone.PhotoLimit).ShouldBe((First.LifeDays, 3));
        undone.Attribute("doors").ShouldNotBeNull();
    }

    [Fact]
    public void What_was_changed_again_cannot_be_taken_back()
    {
        var second = First with { LifeDays = 45 };
        Given.Reasons(() => UndoSectionChangeHandler.Without(second with { LifeDays = 30 }, First, second)).ShouldBe([("Undo.ChangedSince", null)]);
        var renamed = First with { Attributes = [.. First.Attributes.Select(a => a.Key == "year" ? a with { Required = false } : a)] };
        var removed = renamed with { Attributes = [.. renamed.Attributes.Where(a => a.Key != "year")] };
        Given.Reasons(() => UndoSectionChangeHandler.Without(removed, First, renamed)).ShouldBe([("Undo.ChangedSince", null)]);
    }

    [Fact]
    public void A_removed_attribute_comes_back_to_its_place_and_another_order_is_undone()
    {
        var removed = First with { Attributes = [.. First.Attributes.Where(a => a.Key != "year")] };
        UndoSectionChangeHandler.Without(removed, First, removed).Attributes.ShouldBe(First.Attributes);
        var reversed = First with { Attributes = [.. First.Attributes.Reverse()] };
        UndoSectionChangeHandler.Without(reversed, First, reversed).Attributes.ShouldBe(First.Attributes);
    }

    [Fact]
    public void Adding_and_removing_are_told_apart_from_changing()
    {
        var after = First with { Name = First.Name with { Fr = "Autos" }, Attributes = [.. First.Attributes.Skip(1)] };
        SectionParts.All.Where(p => p.Differs(First, after)).Select(p => p.Name).ShouldBe(["NameFr"]);
        SectionParts.Attributes(First, after).ShouldBe(["make"]);
        SectionParts.Reordered(First, after).ShouldBeFalse();
    }
}
