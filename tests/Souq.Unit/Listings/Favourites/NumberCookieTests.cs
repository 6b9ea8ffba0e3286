using CsCheck;
using Souq.Listings.Favourites;

namespace Souq.Unit.Listings.Favourites;

public sealed class NumberCookieTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("a.b")]
    [InlineData("-5.+5. 5.0.1e3")]
    [InlineData("99999999999999999999999")]
    [InlineData("٥")]
    public void Nonsense_is_nothing(string? text) => NumberCookie.Parse(text, 100).ShouldBeEmpty();

    [Fact]
    public void Good_numbers_among_nonsense_are_kept_in_order_and_each_once() =>
        NumberCookie.Parse("12.x.10.12..7", 100).ShouldBe([12L, 10, 7]);

    [Fact]
    public void What_is_written_is_what_is_read() =>
        Gen.Long[1, long.MaxValue].Array[0, 40].Sample(numbers =>
            NumberCookie.Parse(NumberCookie.Format(numbers, 24), 24).SequenceEqual(numbers.Distinct().Take(24)));

    [Fact]
    public void Whatever_stands_in_a_cookie_it_never_throws_and_never_holds_more_than_it_may() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789.-+ ,;\0é٣"], 0, 400]).Sample(text =>
        {
            var numbers = NumberCookie.Parse(text, 24);
            return numbers.Count <= 24 && numbers.All(n => n > 0) && numbers.Distinct().Count() == numbers.Count;
        });

    [Fact]
    public void Whoever_pressed_a_heart_stays_on_this_host()
    {
        var here = new Uri("https://souq.example/fr/favourites/heart");
        Gen.String[Gen.Char["/\\.:@?#%abt\t\n ée"], 0, 12].Sample(text =>
            new Uri(here, BackTo.Page(text, 7)) is { Host: "souq.example", Fragment: "#h7" });
    }

    [Fact]
    public void He_comes_back_to_where_he_was()
    {
        BackTo.Page("search?q=clio&after=x", 7).ShouldBe("/search?q=clio&after=x#h7");
        BackTo.Page("", 7).ShouldBe("/#h7");
        BackTo.Page(null, 7).ShouldBe("/#h7");
        BackTo.Page("//evil.example", 7).ShouldBe("/#h7");
        BackTo.Page("a\r\nSet-Cookie: b=c", 7).ShouldBe("/#h7");
    }
}
