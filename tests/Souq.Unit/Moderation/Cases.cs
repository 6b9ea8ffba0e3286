using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Moderation;
using Souq.Moderation.Appeals;
using Souq.Moderation.Opening;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Hiding;
using Souq.Moderation.Rules;
using Souq.Moderation.Undoing;
using Case = Souq.Moderation.Case;
using Given = Souq.Unit.Listings.Given;

namespace Souq.Unit.Moderation;

/// <summary>Cases in every state, as their own events make them.</summary>
internal static class Cases
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly Guid Seller = new("00000000-0000-0000-0000-000000000001");
    public static readonly Guid Me = new("00000000-0000-0000-0000-000000000002");
    public static readonly Guid Other = new("00000000-0000-0000-0000-000000000003");
    public static readonly Guid ListingId = new("00000000-0000-0000-0000-00000000000a");
    public static readonly Guid CaseId = Case.IdOf(SubjectKinds.Listing, ListingId);

    public static ListingSubmitted Submitted(int revision = 1, string title = "كليو 4 نظيفة", Price? price = null, string? photo = "p") => new(
        ListingId, revision, 10001, Seller, 11, title, 3101, price ?? new Price(PriceType.Firm, 1_850_000), photo, Now.AddHours(-1));

    /// <summary>What follows when an advert is handed in.</summary>
    public static IReadOnlyList<object> Open(Case? current, ListingSubmitted fact, RuleBook? rules = null, SellerRecord? seller = null) =>
        ListingSubmittedHandler.Decide(current, fact, seller ?? SellerRecord.None, Given.Catalog, rules ?? RuleBook.Empty);

    public static Case Waiting => Case.Create((CaseOpened)Open(null, Submitted()).Single()) with
    {
        Id = CaseId,
    };

    public static Case HeldByMe => Waiting.Apply(new CaseClaimed(Me, Now.AddMinutes(5), Now));
    public static Case HeldByOther => Waiting.Apply(new CaseClaimed(Other, Now.AddMinutes(1), Now.AddMinutes(-4)));
    public static Case LeftByOther => Waiting.Apply(new CaseClaimed(Other, Now, Now.AddMinutes(-5)));
    public static Case Approved => HeldByMe.Apply(new CaseApproved(1, Seller, Me, Now));
    public static Case Refused => HeldByMe.Apply(new CaseRefused(1, Seller, Me, "photos", "", Now));
    public static Case Closed => Waiting.Apply(new CaseClosed("Withdrawn", Now));

    /// <summary>Its seller is asked for a correction.</summary>
    public static Case Returned => HeldByMe.Apply(new CaseReturned(1, Seller, Me, "photos", "", Now));

    /// <summary>Approved in another section.</summary>
    public static Case Changed => HeldByMe.Apply(new CaseChanged(1, Seller, Me, 11, 12, [], [], "", Now));

    /// <summary>The copy that goes with the case.</summary>
    public static CaseSubject Subject(string title = "كليو 4 نظيفة", string description = "") => CaseSubject.From(Submitted(title: title) with { Description = description }, CaseId);

    public static Case Removed => Raised.Apply(new CaseRemoved(1, Seller, Me, "fraud", "", Now));

    /// <summary>Refused by somebody else; its seller does not agree.</summary>
    public static Case Appealed => Appealing(Waiting.Apply(new CaseRefused(1, Seller, Other, "photos", "", Now)));

    public static Case AppealedAgainstMe => Appealing(Refused);

    public static Case AppealedRemoval => Appealing(Raised.Apply(new CaseRemoved(1, Seller, Other, "fraud", "", Now)));

    public static readonly PublicAdvert Advert = new()
    {
        Id = ListingId,
        Revision = 1,
        Number = 10001,
        SellerId = Seller,
        SectionId = 11,
        Title = "كليو 4 نظيفة",
        CommuneCode = 3101,
        Price = new Price(PriceType.Firm, 1_850_000),
    };

    /// <summary>Approved, and then reported by one reader.</summary>
    public static Case Raised => Approved.Report(Other);

    public static Case ReportedByMe => Raised.Report(Me);

    /// <summary>Out of sight until somebody has looked.</summary>
    public static Case Hidden => Raised.Apply(new CaseHidden(1, Seller, HiddenWhy.Reports, 1, ["fraud"], 20, Now));

    /// <summary>Decided, and not yet carried out.</summary>
    public static Case IntendedByMe => HeldByMe.Apply(Intended(Me));

    public static Case IntendedByOther => HeldByOther.Apply(Intended(Other));

    public static Report Reporting(Guid? by, string reason = "fraud") => ReportListingHandler.Of(new(ListingId, by ?? Guid.NewGuid(), by, reason, null), Advert, Now);

    /// <summary>The case after somebody has reported its advert.</summary>
    public static Case Report(this Case current, Guid? by, string reason = "fraud")
    {
        var report = Reporting(by, reason);
        return ReportListingHandler.Decide(current, Advert, report).Aggregate(current, (c, e) => e is CaseRaised raised ? c.Apply(raised) : c.Apply((Reported)e));
    }

    /// <summary>What follows when the seller appeals.</summary>
    public static (DecisionAppealed Event, Appeal Appeal) Appeal(Case current, DateTimeOffset now, string words = "Mes propres photos.", Guid? by = null) =>
        AppealDecisionHandler.Decide(current, ((CaseOpened)Open(null, Submitted()).Single()).Submission, new(CaseId, by ?? Seller, words), now);

    private static Case Appealing(Case refused) => refused.Apply(Appeal(refused, Now).Event);

    private static DecisionIntended Intended(Guid by) => new(Guid.NewGuid(), by, "approve", 1, Now + Intent.Window, Now);

    public static Case In(string state) => state switch
    {
        nameof(Waiting) => Waiting,
        nameof(HeldByMe) => HeldByMe,
        nameof(HeldByOther) => HeldByOther,
        nameof(LeftByOther) => LeftByOther,
        nameof(Approved) => Approved,
        nameof(Refused) => Refused,
        nameof(Closed) => Closed,
        nameof(Raised) => Raised,
        nameof(Removed) => Removed,
        nameof(Appealed) => Appealed,
        nameof(AppealedAgainstMe) => AppealedAgainstMe,
        nameof(Returned) => Returned,
        nameof(Changed) => Changed,
        nameof(IntendedByMe) => IntendedByMe,
        nameof(IntendedByOther) => IntendedByOther,
        nameof(Hidden) => Hidden,
        nameof(ReportedByMe) => ReportedByMe,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
