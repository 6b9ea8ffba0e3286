using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Souq.Kernel;
using Souq.Web.Forms;
using Souq.Web.Kit;

namespace Souq.Unit.Web;

public class FieldsAfterARefusal : KitContext
{
    private RefusalsView Refused => new(
        [new("Wrong.Price", "price"), new("Wrong.Phone", "Phone"), new("Wrong.Phone", null)], Services.GetRequiredService<IStringLocalizer<KitText>>());

    [Fact]
    public void A_field_comes_back_filled_with_its_reason()
    {
        using var _ = new InLanguage(Language.French);
        var field = Render<TextField>(p => p.Add(f => f.Name, "Model.Phone").Add(f => f.Label, "Tel").Add(f => f.Value, "123").AddCascadingValue(Refused));
        var input = field.Find("input");
        input.GetAttribute("value").ShouldBe("123");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        field.Find("#" + input.GetAttribute("aria-describedby")).TextContent.ShouldContain("numéro algérien");
    }

    [Fact]
    public void A_field_without_a_reason_says_nothing() =>
        Render<TextField>(p => p.Add(f => f.Name, "Model.Title").AddCascadingValue(Refused)).FindAll(".error").ShouldBeEmpty();

    [Fact]
    public void The_summary_leads_to_each_field()
    {
        var summary = Render<FormErrors>(p => p.Add(f => f.Errors, Refused).Add(f => f.Prefix, "Model."));
        summary.FindAll("li").Count.ShouldBe(3);
        summary.FindAll("li a").Select(a => a.GetAttribute("href")).ShouldBe(["./#f-model-price", "./#f-model-phone"]);
    }

    [Fact]
    public void Words_that_look_like_markup_stay_words()
    {
        var area = Render<TextArea>(p => p.Add(f => f.Name, "d").Add(f => f.Value, "</textarea><script>"));
        area.Find("textarea").TextContent.ShouldBe("</textarea><script>");
    }
}
