using System.Globalization;
using Souq.Catalog;
using Souq.Catalog.Contracts;

namespace Souq.Unit.Catalog;

public sealed class TerritoryRules
{
    private static readonly Territory Territory = ShippedCatalog.Territory;

    [Fact]
    public void There_are_69_wilayas_and_1541_communes()
    {
        Territory.Wilayas.Select(w => w.Code).ShouldBe(Enumerable.Range(1, 69));
        Territory.Communes.Count.ShouldBe(1541);
        Territory.Communes.Select(c => c.Code).ShouldBeUnique();
    }

    [Fact]
    public void Every_commune_is_in_a_wilaya_under_each_division()
    {
        Territory.Communes.ShouldAllBe(c => c.Wilaya >= 1 && c.Wilaya <= 69 && c.WilayaOf58 >= 1 && c.WilayaOf58 <= 58
            && c.WilayaOf48 >= 1 && c.WilayaOf48 <= 48);
        Territory.Communes.ShouldAllBe(c => c.WilayaOf58 == c.Code / 100);
        Territory.Wilayas.ShouldAllBe(w => Territory.CommunesOf(w.Code).Any());
    }

    [Fact]
    public void Every_place_lies_in_the_country() =>
        Territory.Communes.Select(c => (c.Latitude, c.Longitude)).Concat(Territory.Wilayas.Select(w => (w.Latitude, w.Longitude)))
            .ShouldAllBe(p => p.Latitude > 18.9 && p.Latitude < 37.2 && p.Longitude > -8.8 && p.Longitude < 12.1);

    [Theory]
    [InlineData("2019-12-17", 30)]
    [InlineData("2019-12-18", 55)]
    [InlineData("2027-01-01", 55)]
    public void Touggourt_left_Ouargla_in_2019(string day, int wilaya) =>
        Territory.WilayaOf(Territory.Commune(5501)!, DateOnly.Parse(day, CultureInfo.InvariantCulture)).Code.ShouldBe(wilaya);

    [Theory]
    [InlineData("2026-12-31", 28)]
    [InlineData("2027-01-01", 68)]
    public void Bou_Saada_leaves_Msila_in_2027(string day, int wilaya) =>
        Territory.WilayaOf(Territory.Commune(2820)!, DateOnly.Parse(day, CultureInfo.InvariantCulture)).Code.ShouldBe(wilaya);

    [Fact]
    public void A_moved_commune_is_found_under_its_old_and_its_new_wilaya()
    {
        Territory.CommunesOf(28).ShouldContain(c => c.Code == 2820);
        Territory.CommunesOf(68).ShouldContain(c => c.Code == 2820);
    }

    [Fact]
    public void A_wilaya_as_a_whole_has_a_code_that_no_commune_has()
    {
        Territory.Communes.ShouldAllBe(c => !c.IsWholeWilaya);
        foreach (var wilaya in Territory.Wilayas)
        {
            var whole = Territory.Commune(Territory.WholeWilaya(wilaya.Code)).ShouldNotBeNull();
            whole.Name.ShouldBe(wilaya.Name);
            Territory.WilayaOf(whole, new DateOnly(2027, 1, 1)).ShouldBe(wilaya);
        }
    }

    [Theory]
    [InlineData("16", 16)]
    [InlineData("06", 6)]
    [InlineData("16 - Alger", 16)]
    [InlineData("alger", 16)]
    [InlineData("Algiers", 16)]
    [InlineData("الجزائر", 16)]
    [InlineData("Béjaïa", 6)]
    [InlineData("BEJAIA", 6)]
    [InlineData("msila", 28)]
    [InlineData("M'Sila", 28)]
    [InlineData("el taref", 36)]
    [InlineData("ain temouchent", 46)]
    [InlineData("Aïn-Témouchent", 46)]
    [InlineData("إليزي", 33)]
    [InlineData("اليزي", 33)]
    [InlineData("٣١", 31)]
    public void A_wilaya_is_found_by_code_or_name(string text, int code) => Territory.FindWilaya(text).ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public void Every_wilaya_and_commune_is_found_by_its_own_names()
    {
        foreach (var wilaya in Territory.Wilayas)
        {
            Territory.FindWilaya(wilaya.Name.Ar).ShouldBe(wilaya);
            Territory.FindWilaya(wilaya.Name.Fr.ToUpperInvariant()).ShouldBe(wilaya);
        }

        foreach (var commune in Territory.Communes)
        {
            Territory.FindCommune(commune.Name.Ar, commune.Wilaya).ShouldBe(commune);
            Territory.FindCommune(commune.Name.Fr, commune.Wilaya).ShouldBe(commune);
            Territory.FindCommune(commune.Code.ToString(CultureInfo.InvariantCulture), null).ShouldBe(commune);
        }
    }

    [Theory]
    [InlineData("Bab Ezzouar", 16, 1621)]
    [InlineData("bab-ezzouar", null, 1621)]
    [InlineData("dely brahim", 16, 1623)]
    [InlineData("Bou Saada", 28, 2820)]
    [InlineData("بوسعادة", 68, 2820)]
    public void A_commune_is_found_by_name_however_it_is_written(string text, int? wilaya, int code) =>
        Territory.FindCommune(text, wilaya).ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public void A_name_that_several_communes_bear_is_not_guessed() => Territory.FindCommune("Larbaa", null).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("Atlantis")]
    [InlineData("99999")]
    [InlineData("\ud800")]
    public void What_is_no_place_is_not_found(string text)
    {
        Territory.FindWilaya(text).ShouldBeNull();
        Territory.FindCommune(text, null).ShouldBeNull();
    }
}
