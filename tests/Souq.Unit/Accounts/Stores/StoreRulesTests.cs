using CsCheck;
using Souq.Accounts.Stores;
using Souq.Accounts.Stores.Badge;
using Souq.Accounts.Stores.Keeping;
using Souq.Kernel;

namespace Souq.Unit.Accounts.Stores;

public sealed class StoreRulesTests
{
    private static readonly Guid Person = Guid.CreateVersion7();

    [Theory]
    [InlineData("cherif-auto", null, "cherif-auto")]
    [InlineData("  Cherif-AUTO ", null, "cherif-auto")]
    [InlineData("", "Garage Été 2000", "garage-ete-2000")]
    public void A_slug_is_cleaned_or_taken_from_the_title(string typed, string? title, string slug) =>
        StoreSlug.Read(typed, title, []).ShouldBe(slug);

    [Theory]
    [InlineData("ab", "Store.Slug.Length")]
    [InlineData("été", "Store.Slug.Shape")]
    [InlineData("-auto", "Store.Slug.Shape")]
    [InlineData("admin", "Store.Slug.Reserved")]
    [InlineData("souq-officiel", "Store.Slug.Reserved")]
    [InlineData("متجر", "Store.Slug.Shape")]
    [InlineData("", "Store.Slug.Missing")]
    public void A_slug_that_cannot_be_is_refused_with_its_reason(string typed, string reason)
    {
        List<Refusal> refusals = [];
        StoreSlug.Read(typed, "متجر", refusals).ShouldBeNull();
        refusals.ShouldHaveSingleItem().Key.ShouldBe(reason);
    }

    [Theory]
    [InlineData("16/00-1234567B12", "16/00-1234567B12")]
    [InlineData("16 00 1234567 b 12", "16/00-1234567B12")]
    [InlineData("١٦/٠٠-١٢٣٤٥٦٧B١٢", "16/00-1234567B12")]
    [InlineData("12B1234567-00/16", "16/00-1234567B12")]
    [InlineData("RC 16/00-1234567 A 09", "16/00-1234567A09")]
    [InlineData("70/00-1234567B12", null)]
    [InlineData("16/00-123456B12", null)]
    [InlineData("<b>", null)]
    public void A_register_number_is_read_as_people_copy_it(string typed, string? number) => RegisterNumber.Parse(typed).ShouldBe(number);

    [Fact]
    public void Anything_typed_as_a_register_number_is_either_one_or_none() =>
        Gen.String.Sample(text => RegisterNumber.Parse(text) is not { } number || RegisterNumber.Parse(number) == number);

    [Theory]
    [InlineData(6, 10, 0, true, 12 * 60)] // Saturday morning
    [InlineData(6, 13, 0, false, 14 * 60)] // at noon it is closed until two
    [InlineData(6, 1, 0, true, 2 * 60)] // Friday's evening of Ramadan ends on Saturday at two
    [InlineData(0, 8, 0, false, 21 * 60)] // nothing on Sunday before Friday evening
    public void A_door_says_whether_it_is_open_and_until_when(int day, int hour, int minute, bool open, int change)
    {
        var hours = new OpeningHours([new(DayOfWeek.Saturday, 540, 720), new(DayOfWeek.Saturday, 840, 1080), new(DayOfWeek.Friday, 1260, 120)]);
        // 2026-11-22 is a Sunday.
        var state = hours.At(new DateTime(2026, 11, 22, hour, minute, 0).AddDays(day));
        (state.IsOpen, state.Change).ShouldBe((open, change));
    }

    [Fact]
    public void A_door_that_never_closes_is_open() =>
        new OpeningHours([.. OpeningHours.Days.Select(d => new OpenSpan(d, 0, 0))]).At(new DateTime(2026, 11, 22)).ShouldBe(new OpeningState(true, null, 0));

    [Fact]
    public void Saving_what_stands_already_writes_nothing_and_another_name_puts_the_badge_in_question()
    {
        var store = Given(BadgeState.Granted);
        var same = new StoreText(store.Title, store.Slug, store.Words, store.Website, [new StorePlace(3101, "")], [], store.Hours);
        EditStoreHandler.Decide(store, same, default).ShouldBeEmpty();
        EditStoreHandler.Decide(store, same with { Title = "Another" }, default).OfType<BadgeAsked>().ShouldHaveSingleItem();
        EditStoreHandler.Decide(store, same with { Slug = "another" }, default).ShouldHaveSingleItem().ShouldBeOfType<SlugChanged>();
    }

    [Fact]
    public void A_badge_is_decided_once_and_a_no_needs_words()
    {
        var asked = Given(BadgeState.Asked);
        DecideBadgeHandler.Decide(asked, new(asked.Id, Person, BadgeVerdict.Grant, ""), default).ShouldBeOfType<BadgeGranted>();
        DecideBadgeHandler.Decide(asked, new(asked.Id, Person, BadgeVerdict.Deny, "Why"), default).ShouldBeOfType<BadgeDenied>();
        Refused(asked, BadgeVerdict.Deny, "").ShouldBe("Badge.Words.Missing");
        Refused(asked, BadgeVerdict.Withdraw, "Why").ShouldBe("Badge.Decided");
        Refused(Given(BadgeState.Granted), BadgeVerdict.Grant, "").ShouldBe("Badge.Decided");
        Refused(Given(BadgeState.Granted), BadgeVerdict.Withdraw, new string('x', 601)).ShouldBe("Badge.Words.Long");

        string Refused(Store store, BadgeVerdict verdict, string words) =>
            Should.Throw<RefusedException>(() => DecideBadgeHandler.Decide(store, new(store.Id, Person, verdict, words), default)).Refusals[0].Key;
    }

    private static Store Given(BadgeState badge) =>
        new() { Id = Store.IdOf(Person), PersonId = Person, Title = "Garage", Slug = "garage", Places = [3101], Badge = badge };
}
