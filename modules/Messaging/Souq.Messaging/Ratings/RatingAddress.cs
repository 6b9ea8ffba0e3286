namespace Souq.Messaging.Ratings;

/// <summary>Where ratings are, relative to the base of a language.</summary>
public static class RatingAddress
{
    /// <summary>All that everybody can read of somebody; the page is that of the person.</summary>
    public static string Of(Guid personId) => $"people/{personId}/ratings";

    /// <summary>The form, in the conversation.</summary>
    public static string Form(Guid conversationId) => $"messages/{conversationId}/rate";

    public static string Report(Guid ratingId) => $"ratings/{ratingId}/report";
}
