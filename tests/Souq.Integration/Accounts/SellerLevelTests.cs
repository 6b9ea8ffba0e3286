using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Souq.Accounts.Contracts;
using Souq.Listings.Quotas;
using Wolverine.Tracking;

namespace Souq.Integration.Accounts;

[Collection(nameof(AccountsCollection))]
public sealed class SellerLevelTests(AccountsFixture fixture)
{
    private readonly AccountsMarket market = fixture.Market;

    [Fact]
    public async Task The_level_says_how_many_adverts_there_may_be_and_old_news_do_not()
    {
        var now = market.Clock.GetUtcNow();
        var options = market.Host.Services.GetRequiredService<IOptions<QuotaOptions>>().Value;
        var (seller, most, usual) = (Guid.CreateVersion7(), options.Person, options.Known);
        options.Known = most + 10;
        try
        {
            (await Quota(seller)).Most.ShouldBe(most);
            await market.Host.SendMessageAndWaitAsync(new TrustChanged(seller, TrustLevel.Known, now));
            await market.Host.SendMessageAndWaitAsync(new TrustChanged(seller, TrustLevel.New, now.AddDays(-1)));
            (await Quota(seller)).Most.ShouldBe(most + 10);
            await market.Host.SendMessageAndWaitAsync(new TrustChanged(seller, TrustLevel.New, now.AddDays(1)));
            (await Quota(seller)).Most.ShouldBe(most);
        }
        finally
        {
            options.Known = usual;
        }
    }

    private Task<Room> Quota(Guid seller) =>
        market.Host.Services.GetRequiredService<SellerQuotas>().Of(seller, TestContext.Current.CancellationToken);
}
