namespace Souq.Integration.Access;

/// <summary>Whom an address lets in.</summary>
internal enum Access
{
    /// <summary>Everybody, signed in or not.</summary>
    Anybody,

    /// <summary>Everybody but whose it is.</summary>
    Others,

    /// <summary>Whoever is signed in.</summary>
    Member,

    /// <summary>Whose it is, and nobody else; nobody learns that it is there.</summary>
    Owner,

    /// <summary>Whose it is, and the staff.</summary>
    OwnerOrStaff,

    Moderator,

    /// <summary>Moderators of its section, seniors and admins.</summary>
    ModeratorOfSection,

    Senior,
    Admin,

    /// <summary>Programs with a token; no cookie opens it.</summary>
    Token,
}

/// <summary>Every address of the market and whom it lets in. One that is not here fails the test: who adds one says here whom it is for.</summary>
internal static class Declared
{
    public static IReadOnlyDictionary<string, Access> Routes { get; } = new Dictionary<string, Access>
    {
        // The market.
        [""] = Access.Anybody,
        ["search"] = Access.Anybody,
        ["offers"] = Access.Anybody,
        ["suggestions"] = Access.Anybody,
        ["communes"] = Access.Anybody,
        ["terms"] = Access.Anybody,
        ["transparency"] = Access.Anybody,
        ["l/{Number:long}"] = Access.Anybody,
        ["l/{Number:long}/print"] = Access.Anybody,
        ["l/{Number:long}/phone"] = Access.Anybody,
        ["l/{Number:long}/report"] = Access.Others,
        ["l/{Number:long}/write"] = Access.Member,
        ["l/{Number:long}/requests"] = Access.Owner,
        ["l/{Number:long}/history"] = Access.OwnerOrStaff,
        ["l/{Number:long}/history/{Version:long}"] = Access.OwnerOrStaff,
        ["photos/{id}/{size}.webp"] = Access.Anybody,
        ["people/{Id:guid}"] = Access.Anybody,
        ["people/{Id:guid}/ratings"] = Access.Anybody,
        ["people/{Id:guid}/report"] = Access.Others,
        ["ratings/{RatingId:guid}/report"] = Access.Others,
        ["s/{Slug}"] = Access.Anybody,
        ["s/{Slug}/report"] = Access.Others,
        ["s/{Slug}/phone"] = Access.Anybody,
        ["favourites"] = Access.Anybody,
        ["favourites/heart"] = Access.Anybody,
        ["favourites/seen"] = Access.Anybody,
        ["favourites/seen/clear"] = Access.Anybody,

        // Getting in, and what letters lead to: the word in the link is the key.
        ["signin"] = Access.Anybody,
        ["signout"] = Access.Anybody,
        ["signup"] = Access.Anybody,
        ["signup/sent"] = Access.Anybody,
        ["forgot"] = Access.Anybody,
        ["forgot/sent"] = Access.Anybody,
        ["confirm/{Token}"] = Access.Anybody,
        ["reset/{Token}"] = Access.Anybody,
        ["renew/{Token}"] = Access.Anybody,
        ["following/stop/{Token}"] = Access.Anybody,
        ["following/stop/{token}"] = Access.Anybody,
        // Who is shut out cannot sign in: the key of his letter shows it, and what has another key is not there.
        ["sanction/{SanctionId:guid}"] = Access.Anybody,
        ["alerts/new"] = Access.Anybody,
        ["alerts/sent"] = Access.Anybody,
        ["alerts/confirm/{Token}"] = Access.Anybody,
        ["alerts/manage/{Token}"] = Access.Anybody,
        ["alerts/unsubscribe/{Token}"] = Access.Anybody,
        ["alerts/unsubscribe/{token}"] = Access.Anybody,
        ["alerts/stop/{Token}"] = Access.Anybody,
        ["alerts/stop/{token}"] = Access.Anybody,
        ["alerts/change/{Token}"] = Access.Anybody,
        ["alerts/preview/{Token}"] = Access.Anybody,
        ["alerts/letter/{Token}"] = Access.Anybody,
        ["alerts/undo/{token}"] = Access.Anybody,
        ["alerts/resume/{token}"] = Access.Anybody,
        ["alerts/hide/{token}"] = Access.Anybody,
        ["alerts/forget/{token}"] = Access.Anybody,

        // One's own.
        ["me"] = Access.Member,
        ["me/erase"] = Access.Member,
        ["me/data.json"] = Access.Member,
        ["account/trust"] = Access.Member,
        ["alerts"] = Access.Member,
        ["following"] = Access.Member,
        ["messages"] = Access.Member,
        ["messages/{ConversationId:guid}"] = Access.Owner,
        ["messages/{ConversationId:guid}/photos/{PhotoId:guid}/{size:regex(^(card|zoom)$)}.webp"] = Access.Owner,
        // To whom it was written.
        ["messages/{ConversationId:guid}/report/{MessageId:guid}"] = Access.Owner,
        ["messages/{ConversationId:guid}/rate"] = Access.Owner,
        ["appeal/{CaseId:guid}"] = Access.Owner,
        ["desk"] = Access.Member,
        ["desk/{Number:long}"] = Access.Owner,
        ["desk/store"] = Access.Member,
        ["desk/tokens"] = Access.Member,
        ["desk/import"] = Access.Member,
        ["desk/import/{ImportId:guid}"] = Access.Owner,
        ["desk/import/{id:guid}/report.csv"] = Access.Owner,
        ["desk/export.csv"] = Access.Member,
        ["offer"] = Access.Member,
        ["offer/choices"] = Access.Anybody,
        ["offer/{ListingId:guid}"] = Access.Owner,
        ["offer/{ListingId:guid}/words"] = Access.Owner,
        ["offer/{ListingId:guid}/photos"] = Access.Owner,
        ["offer/{ListingId:guid}/preview"] = Access.Owner,
        ["offer/{id:guid}/note/{step:regex(^(details|words)$)}"] = Access.Owner,
        ["offer/{listing:guid}/uploads"] = Access.Owner,
        ["offer/{listing:guid}/uploads/{id:guid}"] = Access.Owner,
        ["offer/{listing:guid}/uploads/{id:guid}/finish"] = Access.Owner,

        // Moderation.
        ["moderation"] = Access.Moderator,
        ["moderation/live"] = Access.Moderator,
        ["moderation/alike/{CaseId:guid}"] = Access.ModeratorOfSection,
        ["moderation/bulk/{BulkId:guid}"] = Access.Moderator,
        ["moderation/dashboard"] = Access.Moderator,
        ["moderation/blind"] = Access.Moderator,
        ["moderation/blind/{LookId:guid}"] = Access.Moderator,
        ["moderation/cases/{CaseId:guid}"] = Access.ModeratorOfSection,
        ["moderation/cases/{CaseId:guid}/change"] = Access.ModeratorOfSection,
        ["moderation/cases/{CaseId:guid}/reports/{ReportId:guid}/{size:regex(^(card|zoom)$)}.webp"] = Access.ModeratorOfSection,
        ["moderation/messages/{MessageId:guid}/photos/{PhotoId:guid}/{size:regex(^(card|zoom)$)}.webp"] = Access.ModeratorOfSection,
        ["moderation/people"] = Access.Moderator,
        ["moderation/people/{PersonId:guid}"] = Access.Moderator,
        ["moderation/cases/{CaseId:guid}/past"] = Access.ModeratorOfSection,
        ["moderation/sellers/{PersonId:guid}/trust"] = Access.Moderator,
        ["moderation/rules"] = Access.Senior,
        ["moderation/rules/new"] = Access.Senior,
        ["moderation/rules/{RuleId:guid}"] = Access.Senior,
        ["moderation/modes"] = Access.Senior,
        ["moderation/texts"] = Access.Senior,
        ["moderation/texts/new"] = Access.Senior,
        ["moderation/texts/{TextId:guid}"] = Access.Senior,
        ["moderation/reports"] = Access.Senior,

        // Running the market.
        ["admin/staff"] = Access.Admin,
        ["admin/mail"] = Access.Admin,
        ["admin/mail/letters"] = Access.Admin,
        ["admin/mail/stopped"] = Access.Admin,
        ["admin/mail/dead"] = Access.Admin,
        ["admin/mail/templates"] = Access.Admin,
        ["admin/mail/templates/{Name}"] = Access.Admin,
        ["admin/mail/templates/{name}/letter"] = Access.Admin,
        ["admin/staff/{PersonId:guid}"] = Access.Admin,
        ["admin/views"] = Access.Admin,
        ["admin/stores"] = Access.Admin,
        ["admin/stores/{StoreId:guid}"] = Access.Admin,
        ["admin/lists"] = Access.Admin,
        ["admin/lists/{Key}"] = Access.Admin,
        ["admin/lists/{Key}/choice"] = Access.Admin,
        ["admin/lists/{Key}/history"] = Access.Admin,
        ["admin/sections"] = Access.Admin,
        ["admin/sections/new"] = Access.Admin,
        ["admin/sections/{Id:int}"] = Access.Admin,
        ["admin/sections/{Id:int}/attribute"] = Access.Admin,
        ["admin/sections/{Id:int}/history"] = Access.Admin,
        ["admin/sections/{Id:int}/retire"] = Access.Admin,
        ["admin/jobs/{**path}"] = Access.Admin,

        // Programs.
        ["api/v1/listings"] = Access.Anybody,
        ["api/v1/listings/{number:long}"] = Access.Anybody,
        ["api/v1/suggestions"] = Access.Anybody,
        ["openapi/{documentName}.json"] = Access.Anybody,
        ["scalar/{documentName?}"] = Access.Anybody,
        ["scalar/scalar.js"] = Access.Anybody,
        ["scalar/scalar.aspnetcore.js"] = Access.Anybody,
        ["scalar/favicon.svg"] = Access.Anybody,
        ["_framework/opaque-redirect"] = Access.Anybody,
        ["{**path:file}"] = Access.Anybody,
        ["health/live"] = Access.Anybody,
        ["health/ready"] = Access.Anybody,

        // In development alone.
        ["_kit"] = Access.Anybody,
        ["dev/mailbox"] = Access.Anybody,
        ["dev/mailbox/{Name}"] = Access.Anybody,
    };

    /// <summary>The same address may be read by everybody and written with a token.</summary>
    public static Access? Of(string route, string method) =>
        route.StartsWith("api/v1/", StringComparison.Ordinal) && (method != "GET" || route.StartsWith("api/v1/me", StringComparison.Ordinal)) ? Access.Token
        : Routes.TryGetValue(route, out var access) ? access : null;
}
