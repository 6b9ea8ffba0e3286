using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Mail.Letters;
using Souq.Moderation.Deciding;
using Souq.Moderation.Owner;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class OwnerNoticeTests(ModerationMarket market) : IAsyncLifetime
{
    private ListingSubmitted advert = null!;

    public async ValueTask InitializeAsync()
    {
        await market.Empty();
        advert = await market.Submit();
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", "La photo est floue."));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_owner_of_a_refused_advert_sees_why_and_where_to_correct_it()
    {
        var notice = await Notice(advert.SellerId);
        notice.ShouldContain("Photos à revoir");
        notice.ShouldContain("La photo est floue.");
        notice.ShouldContain($"href=\"offer/{advert.ListingId}\"");
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        (await Notice(ModerationSteps.FrenchSeller)).ShouldBeEmpty();
        (await Notice(null)).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_gone_once_the_advert_is_submitted_again()
    {
        await market.Tell(advert with { Revision = 2 });
        (await Notice(advert.SellerId)).ShouldBeEmpty();
    }

    private async Task<string> Notice(Guid? viewer)
    {
        await using var scope = market.Host.Services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            using var _ = MailCulture.Use(Language.French);
            var slot = new ListingSlot(advert.ListingId, advert.Number, advert.SellerId, advert.Title, viewer);
            var shown = await renderer.RenderComponentAsync<RefusedNotice>(
                ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(RefusedNotice.Context)] = slot }));
            return WebUtility.HtmlDecode(shown.ToHtmlString()).Trim();
        });
    }
}
