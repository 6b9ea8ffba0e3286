using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using Souq.Kernel;
using Souq.Web.Localisation;

namespace Souq.Unit.Web;

public class PageLinks : KitContext
{
    [Fact]
    public void The_same_page_in_another_language_keeps_its_question() =>
        At("search?q=clio&after=x").In(Language.French).ShouldBe("/fr/search?q=clio&after=x");

    [Fact]
    public void The_home_page_in_Arabic_is_the_root() => At("").In(Language.Arabic).ShouldBe("/");

    [Fact]
    public void A_canonical_address_is_absolute_and_forgets_how_the_page_is_shown() =>
        At("search?q=clio&after=x&sort=price&min=").Canonical(Language.English).AbsoluteUri.ShouldBe("https://souq.example/en/search?q=clio");

    [Fact]
    public void A_fragment_stays_on_the_page()
    {
        At("l/12").Fragment("main").ShouldBe("l/12#main");
        At("").Fragment("main").ShouldBe("./#main");
    }

    [Fact]
    public void A_filter_is_changed_and_taken_away()
    {
        At("search?q=clio&min=5").With(("min", "7")).ShouldBe("search?q=clio&min=7");
        At("search?q=clio&min=5").With(("min", null), ("after", null)).ShouldBe("search?q=clio");
    }

    private Links At(string address)
    {
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo(address);
        return Services.GetRequiredService<Links>();
    }
}
