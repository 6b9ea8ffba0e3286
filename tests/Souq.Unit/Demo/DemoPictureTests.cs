using System.Globalization;
using NetVips;
using Souq.Host.Demo.Pictures;
using Souq.Listings.Photos;
using Souq.Unit.Listings.Photos;

namespace Souq.Unit.Demo;

public sealed class DemoPictureTests
{
    [Fact]
    public async Task Every_kind_can_be_drawn_and_uploaded() =>
        await Parallel.ForEachAsync(DemoPictures.AllKinds, TestContext.Current.CancellationToken, async (kind, _) =>
        {
            var photo = (await Pictures.Process(DemoPictures.Draw(kind, 1, 0), kind)).Photo;
            photo.At(PhotoSize.Zoom).ShouldBe((1080, 810), kind);
        });

    [Fact]
    public void A_picture_is_the_same_every_time_and_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var drawn = new[] { "", "ar-DZ", "fr-DZ" }.Select(culture =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                return Convert.ToHexString(DemoPictures.Draw("sedan", 7, 1));
            });
            drawn.Distinct().Count().ShouldBe(1);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Another_seed_is_another_thing_and_another_view_another_picture() =>
        new[] { (0, 0), (1, 0), (2, 0), (0, 1), (0, 2), (1, 1) }
            .Select(x => PhotoId.Of(DemoPictures.Draw("hatchback", x.Item1, x.Item2))).Distinct().Count().ShouldBe(6);

    [Fact]
    public void What_no_drawing_is_known_for_still_gets_one()
    {
        using var picture = Image.JpegloadBuffer(DemoPictures.Draw("translation-paperwork", 3, 0));
        picture.Avg().ShouldBeInRange(40, 240);
    }
}
