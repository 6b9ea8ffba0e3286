using Souq.Accounts.Judged;
using Souq.Accounts.Stores;
using Souq.Accounts.Stores.Keeping;
using Souq.Kernel;
using Souq.Moderation.Contracts;

namespace Souq.Unit.Accounts.Stores;

public sealed class JudgedStoreTests
{
    private const string Sign = "Store 418203";

    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private static readonly Store Given = Store.Create(new StoreFounded(Guid.NewGuid(), "cherif-auto", "Chérif Auto", Now))
        .Apply(new StoreDescribed("Chérif Auto", "Voitures d’occasion.", null, [3101], OpeningHours.Unsaid, Now));

    [Fact]
    public void A_title_goes_by_itself_and_comes_back()
    {
        var untitled = TakeDown(Given, SubjectParts.Title);
        (untitled.Title, untitled.Words, untitled.IsUntitled, untitled.TakenDown?.Title).ShouldBe((Sign, Given.Words, true, Given.Title));
        var back = untitled.Apply(Decide(untitled, Outcome.Restored).ShouldBeOfType<StorePutBack>());
        (back.Title, back.Words, back.TakenDown).ShouldBe((Given.Title, Given.Words, null));
    }

    [Fact]
    public void An_address_goes_with_the_title_whose_words_it_has_and_comes_back_unless_another_was_chosen()
    {
        var untitled = TakeDown(Given, SubjectParts.Title);
        untitled.Slug.ShouldBe(NeutralTitle.Slug(Given.Id));
        StoreSlug.Read(untitled.Slug, "", []).ShouldBe(untitled.Slug);
        untitled.Apply(new StorePutBack(Now)).Slug.ShouldBe("cherif-auto");
        untitled.Apply(new SlugChanged("garage-du-port", Now)).Apply(new StorePutBack(Now)).Slug.ShouldBe("garage-du-port");
        TakeDown(Given, SubjectParts.Words).Slug.ShouldBe("cherif-auto");
    }

    [Fact]
    public void What_was_taken_down_at_different_times_comes_back_together()
    {
        var bare = TakeDown(TakeDown(Given, SubjectParts.Title), SubjectParts.Words);
        (bare.Title, bare.Words, bare.TakenDown).ShouldBe((Sign, "", new TakenDown(Given.Words, null, null, null, Given.Title, Sign, Given.Slug, NeutralTitle.Slug(Given.Id))));
        var back = bare.Apply(new StorePutBack(Now));
        (back.Title, back.Words).ShouldBe((Given.Title, Given.Words));
    }

    [Fact]
    public void A_title_its_seller_has_chosen_meanwhile_stays()
    {
        var another = TakeDown(Given, SubjectParts.Title).Apply(new StoreDescribed("Garage du Port", "", null, [3101], OpeningHours.Unsaid, Now));
        another.IsUntitled.ShouldBeFalse();
        another.Apply(new StorePutBack(Now)).Title.ShouldBe("Garage du Port");
    }

    [Fact]
    public void What_is_taken_down_already_is_not_taken_down_twice() =>
        Decide(TakeDown(Given, SubjectParts.Title), Outcome.Removed, SubjectParts.Title).ShouldBeNull();

    [Fact]
    public void A_title_that_was_taken_down_is_not_typed_again()
    {
        var untitled = TakeDown(Given, SubjectParts.Title);
        Should.Throw<RefusedException>(() => EditStoreHandler.MayBeCalled(untitled, "  cherif AUTO ")).Refusals.ShouldHaveSingleItem().Key.ShouldBe("Store.Title.TakenDown");
        EditStoreHandler.MayBeCalled(untitled, Sign);
        EditStoreHandler.MayBeCalled(untitled, "Garage du Port");
    }

    [Fact]
    public void A_neutral_title_is_the_same_each_time_and_in_the_language_of_the_seller()
    {
        NeutralTitle.Of(Given.Id, Language.French).ShouldMatch("^Boutique [1-9][0-9]{5}$");
        NeutralTitle.Of(Given.Id, Language.French).ShouldBe(NeutralTitle.Of(Given.Id, Language.French));
        NeutralTitle.Of(Given.Id, Language.English).ShouldStartWith("Store ");
    }

    private static Store TakeDown(Store store, string part) => store.Apply(Decide(store, Outcome.Removed, part).ShouldBeOfType<StoreBared>());

    private static object? Decide(Store store, Outcome outcome, params string[] parts) => StoreJudgedHandler.Decide(
        store, new CaseDecided(Guid.NewGuid(), Reportable.Store, store.Id, 1, outcome, "other-rule", Now, store.PersonId, Parts: parts.Length == 0 ? null : parts), Sign, Now);
}
