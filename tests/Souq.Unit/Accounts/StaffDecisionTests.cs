using Souq.Accounts;
using Souq.Accounts.Staff;
using Souq.Kernel;
using Souq.Unit.Listings;
using Souq.Web.Security;

namespace Souq.Unit.Accounts;

public sealed class StaffDecisionTests
{
    private static readonly Guid Leila = new("00000000-0000-0000-0000-000000000009");

    [Fact]
    public void What_changes_is_a_fact_each_with_its_author_and_the_same_again_is_none()
    {
        var member = Member();
        var news = Decide(member, [Principal.Moderator], [Top]);
        news.ShouldBe([new RoleGranted(Principal.Moderator, Leila, People.Noon), news[1]]);
        ((SectionsEntrusted)news[1]).ShouldSatisfyAllConditions(e => e.Sections.ShouldBe([Top]), e => e.ById.ShouldBe(Leila));

        var moderator = news.Aggregate(member, StaffBook.After);
        (moderator.Roles, moderator.Sections).ShouldSatisfyAllConditions(m => m.Roles.ShouldBe([Principal.Moderator]), m => m.Sections.ShouldBe([Top]));
        Decide(moderator, [Principal.Moderator], [Top, Top]).ShouldBeEmpty();
    }

    [Fact]
    public void Who_is_no_moderator_any_more_leaves_his_sections_too()
    {
        var moderator = Decide(Member(), [Principal.Moderator], [Top]).Aggregate(Member(), StaffBook.After);
        var gone = Decide(moderator, [Principal.Senior], [Top]).Aggregate(moderator, StaffBook.After);
        gone.Roles.ShouldBe([Principal.Senior]);
        gone.Sections.ShouldBeEmpty();
    }

    [Fact]
    public void Roles_of_others_than_the_staff_are_left_alone()
    {
        var tester = Member().Apply(new RoleGranted("tester", null, People.Noon));
        Decide(tester, [], []).ShouldBeEmpty();
    }

    [Fact]
    public void The_last_admin_stays_one()
    {
        var admin = Member().Apply(new RoleGranted(Principal.Admin, null, People.Noon));
        Refused(() => Decide(admin, [Principal.Senior], [], admins: 1)).ShouldBe(("Roles.LastAdmin", "roles"));
        Decide(admin, [Principal.Senior], [], admins: 2).Count.ShouldBe(2);
    }

    [Fact]
    public void There_is_no_other_role_and_no_other_section()
    {
        Refused(() => Decide(Member(), ["king"], [])).ShouldBe(("Roles.Unknown", "roles"));
        Refused(() => Decide(Member(), [Principal.Moderator], [-1])).ShouldBe(("Sections.Unknown", "sections"));
    }

    [Fact]
    public void Who_is_erased_has_no_role_and_no_section()
    {
        var moderator = Decide(Member(), [Principal.Moderator], [Top]).Aggregate(Member(), StaffBook.After).Apply(new DataErased(People.Noon));
        moderator.Roles.ShouldBeEmpty();
        moderator.Sections.ShouldBeEmpty();
    }

    private static int Top => Given.Catalog.TopSections.First().Id;

    private static Membership Member() => People.MembershipOf(People.Confirmed());

    private static IReadOnlyList<object> Decide(Membership member, IReadOnlyList<string> roles, IReadOnlyList<int> sections, int admins = 1) =>
        SetStaffHandler.Decide(member, new(member.Id, roles, sections, Leila), admins, Given.Catalog, People.Noon);

    private static (string, string?) Refused(Func<object> act)
    {
        var refusal = Should.Throw<RefusedException>(act).Refusals.ShouldHaveSingleItem();
        return (refusal.Key, refusal.Field);
    }
}
