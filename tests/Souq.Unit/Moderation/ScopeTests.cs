using System.Reflection;
using Souq.Kernel;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Staff;
using Souq.Web.Security;
using Wolverine.Persistence.EventSourcing;
using Case = Souq.Moderation.Case;
using Given = Souq.Unit.Listings.Given;

namespace Souq.Unit.Moderation;

/// <summary>Who of the staff may see and decide what.</summary>
public sealed class ScopeTests
{
    private static readonly int Section = Given.Section.Id;
    private static readonly int Above = Given.Catalog.PathOf(Section)[0].Id;
    private static readonly int Elsewhere = Given.Catalog.TopSections.First(s => s.Id != Above).Id;

    [Fact]
    public void A_moderator_of_a_section_has_all_below_it_and_nothing_else()
    {
        var scope = Of([Principal.Moderator], Above);
        scope.Covers(Section).ShouldBeTrue();
        scope.Covers(Elsewhere).ShouldBeFalse();
        Of([Principal.Moderator]).Covers(Elsewhere).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Principal.Senior)]
    [InlineData(Principal.Admin)]
    public void Seniors_and_admins_have_the_whole_market_and_the_appeals(string role)
    {
        var scope = Of([role, Principal.Moderator], Above);
        (scope.Senior, scope.Covers(Elsewhere)).ShouldBe((true, true));
    }

    [Fact]
    public void Who_was_never_told_of_is_a_moderator_of_all_and_who_has_no_role_any_more_is_none()
    {
        Scope.Of(null, Given.Catalog).ShouldBe(new Scope(false, null));
        Of([]).Covers(Section).ShouldBeFalse();
    }

    [Fact]
    public void An_appeal_is_not_for_moderators_and_a_case_of_others_is_forbidden()
    {
        var appeal = new QueueItem { SectionId = Section, Why = [Signals.Appealed] };
        Of([Principal.Moderator]).Covers(appeal).ShouldBeFalse();
        Of([Principal.Senior]).Covers(appeal).ShouldBeTrue();
        Should.Throw<RefusedException>(() => MayAct.Decide(Of([Principal.Moderator]), Section, appealed: true)).Refusals.Single().Key.ShouldBe(MayAct.SeniorOnly);
        Should.Throw<ForbiddenException>(() => MayAct.Decide(Of([Principal.Moderator], Elsewhere), Section, appealed: false));
        MayAct.Decide(Of([Principal.Moderator], Above), Section, appealed: false);
    }

    /// <summary>A new act that forgets to say that it is one would be open to moderators of other sections.</summary>
    [Fact]
    public void Every_command_of_somebody_about_a_case_asks_whether_he_may()
    {
        string[] others =
        [
            "ReleaseCase", // gives back
            "AppealDecision", // the seller's
        ];
        var acts = typeof(Case).Assembly.GetExportedTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(m => m.Name is "Handle" or "HandleAsync" && m.GetParameters().Any(p => p.ParameterType == typeof(Case) && p.GetCustomAttribute<WriteModelAttribute>() is not null))
            .Select(m => m.GetParameters()[0].ParameterType).Where(t => t.GetProperty("CaseId") is not null && t.GetProperty("By") is not null).ToList();
        acts.Count.ShouldBeGreaterThan(5);
        acts.Where(t => !typeof(ICaseAct).IsAssignableFrom(t)).Select(t => t.Name).Except(others).ShouldBeEmpty();
    }

    private static Scope Of(IReadOnlyList<string> roles, params int[] sections) =>
        Scope.Of(new Colleague { Roles = roles, Sections = sections }, Given.Catalog);
}
