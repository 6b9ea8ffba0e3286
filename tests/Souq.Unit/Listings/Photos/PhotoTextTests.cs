using System.Resources;
using Souq.Kernel;
using Souq.Listings.Photos;

namespace Souq.Unit.Listings.Photos;

public sealed class PhotoTextTests
{
    [Fact]
    public void Every_refusal_says_in_every_language_which_file_it_means()
    {
        var texts = new ResourceManager(typeof(PhotoText));
        RefusedException[] refusals = [PhotoRefusals.TooLarge("x.jpg", 15 << 20), PhotoRefusals.NotAnImage("x.jpg"),
            PhotoRefusals.TooManyPixels("x.jpg", 9000, 9000), PhotoRefusals.TooSmall("x.jpg", 100), PhotoRefusals.Broken("x.jpg")];
        foreach (var refusal in refusals.SelectMany(refused => refused.Refusals))
        {
            var said = Languages.All.Select(language =>
                string.Format(language.Culture(), texts.GetString(refusal.Key, language.Culture()).ShouldNotBeNull(), refusal.Args)).ToArray();
            said.ShouldAllBe(sentence => sentence.Contains("x.jpg"));
            said.Distinct().Count().ShouldBe(3);
        }
    }
}
