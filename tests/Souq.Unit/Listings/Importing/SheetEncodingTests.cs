using System.Text;
using CsCheck;
using Souq.Kernel;
using Souq.Listings.Importing.Files;

namespace Souq.Unit.Listings.Importing;

/// <summary>Alphabets that spreadsheets of this country save in, and do not tell.</summary>
public sealed class SheetEncodingTests
{
    private const string French = "Référence;Désignation;Énergie;À savoir\nS-1;Citroën C3 — état neuf;Électrique;À BÉJAÏA, prêt à rouler";
    private const string Arabic = "المرجع;العنوان;الولاية\nع-1;سيارة نظيفة للبيع Renault Clio;وهران";

    [Theory]
    [InlineData(1252, French, "Windows-1252")]
    [InlineData(1256, Arabic, "Windows-1256")]
    [InlineData(65001, French, "UTF-8")]
    [InlineData(65001, Arabic, "UTF-8")]
    [InlineData(1200, Arabic, "UTF-16")]
    [InlineData(1201, French, "UTF-16")]
    [InlineData(1252, "Ref;Titre\n1;Clio", "UTF-8")]
    public void It_is_read_as_it_was_written(int page, string text, string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
        SheetEncoding.Read([.. page is 1200 or 1201 ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]).ShouldBe((text, name));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_heading() =>
        SheetEncoding.Read([0xEF, 0xBB, 0xBF, .. "Prix"u8]).Text.ShouldBe("Prix");

    [Fact]
    public void A_few_arabic_words_among_french_ones_with_accents_decide() =>
        SheetEncoding.Read(CodePagesEncodingProvider.Instance.GetEncoding(1256)!.GetBytes("ref;Désignation\n1;سيارة نظيفة جدا à Oran")).Name.ShouldBe("Windows-1256");

    [Theory]
    [InlineData("Clio\tpropre\r\n\v\u001A", true)]
    [InlineData("%PDF-1.7 …", false)]
    [InlineData("PK\u0003\u0004", false)]
    [InlineData("a;b\0", false)]
    public void What_a_person_can_read_is_text(string text, bool isText) => SheetEncoding.IsText(text).ShouldBe(isText);

    [Fact]
    public void A_file_that_is_none_is_never_an_error() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        try
        {
            UploadFileHandler.Read(bytes);
        }
        catch (RefusedException refused)
        {
            refused.Refusals.ShouldHaveSingleItem().Field.ShouldBe("file");
        }
    });
}
