using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Souq.Kernel;
using Souq.Mail.Letters;

namespace Souq.Unit.Mail;

public sealed class LetterRendererTests : IDisposable
{
    private readonly ServiceProvider services = MailServices.Build();

    [Fact]
    public async Task The_subject_of_a_letter_is_that_of_its_layout()
    {
        (await Render(Language.French)).Subject.ShouldBe("Deux < trois & quatre");
    }

    [Fact]
    public async Task An_Arabic_letter_runs_from_right_to_left()
    {
        var html = (await Render(Language.Arabic)).Html;
        html.ShouldStartWith("<!doctype html>");
        html.ShouldContain("<html lang=\"ar\" dir=\"rtl\">");
        (await Render(Language.French)).Html.ShouldContain("<html lang=\"fr\" dir=\"ltr\">");
    }

    [Fact]
    public async Task Links_lead_to_the_pages_in_the_readers_language()
    {
        (await Render(Language.Arabic)).Html.ShouldContain("href=\"https://souq.example/l/12\"");
        (await Render(Language.French)).Html.ShouldContain("href=\"https://souq.example/fr/l/12\"");
    }

    [Fact]
    public async Task The_readers_language_does_not_leak_to_the_caller()
    {
        var before = Languages.Current;
        await Render(Language.French);
        Languages.Current.ShouldBe(before);
    }

    [Fact]
    public async Task The_plain_text_says_what_the_letter_says_and_where_its_links_lead()
    {
        (await Render(Language.French)).Text.ShouldBe(
            """
            Bonjour Amina,

            Votre annonce est en ligne.

            Voir l’annonce
            https://souq.example/fr/l/12

            1 250 000 DA
            Clio 4 & remorque
            https://souq.example/fr/l/12
            Oran

            Vous l’avez demandé. Ne plus recevoir ces e-mails
            https://souq.example/fr/alerts/stop

            """);
    }

    private Task<Letter> Render(Language language) =>
        services.GetRequiredService<LetterRenderer>().Render<Sample>(language, new Dictionary<string, object?> { ["Name"] = "Amina" });

    public void Dispose() => services.Dispose();

    private sealed class Sample : ComponentBase
    {
        [Parameter] public string Name { get; set; } = "";

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<MailLayout>(0);
            builder.AddAttribute(1, nameof(MailLayout.Subject), "Deux < trois & quatre");
            builder.AddAttribute(2, nameof(MailLayout.Preview), "Not for the text");
            builder.AddAttribute(3, nameof(MailLayout.RecipientName), Name);
            builder.AddAttribute(4, nameof(MailLayout.Why), "Vous l’avez demandé.");
            builder.AddAttribute(5, nameof(MailLayout.StopHref), "alerts/stop");
            builder.AddAttribute(6, nameof(MailLayout.ChildContent), (RenderFragment)(inner =>
            {
                inner.OpenComponent<MailParagraph>(0);
                inner.AddAttribute(1, nameof(MailParagraph.ChildContent), (RenderFragment)(p => p.AddContent(0, "Votre annonce est en ligne.")));
                inner.CloseComponent();
                inner.OpenComponent<MailButton>(2);
                inner.AddAttribute(3, nameof(MailButton.Href), "l/12");
                inner.AddAttribute(4, nameof(MailButton.ChildContent), (RenderFragment)(p => p.AddContent(0, "Voir l’annonce")));
                inner.CloseComponent();
                inner.OpenComponent<MailCard>(5);
                inner.AddAttribute(6, nameof(MailCard.Href), "l/12");
                inner.AddAttribute(7, nameof(MailCard.Title), "Clio 4 & remorque");
                inner.AddAttribute(8, nameof(MailCard.Price), "1 250 000 DA");
                inner.AddAttribute(9, nameof(MailCard.Line), "Oran");
                inner.AddAttribute(10, nameof(MailCard.Photo), new Uri("https://souq.example/photos/1/card.webp"));
                inner.CloseComponent();
            }));
            builder.CloseComponent();
        }
    }
}
