using Souq.Catalog.Contracts;

namespace Souq.Catalog.Choices;

/// <summary>A choice list came into being.</summary>
/// <param name="ShippedVersion">Of the delivery that brought it; 0 when a person made it.</param>
/// <param name="AddedBy">The person; <c>null</c> when a delivery brought it.</param>
public sealed record ChoiceListAdded(ChoiceList List, int ShippedVersion, Guid? AddedBy = null, DateTimeOffset? At = null);

/// <summary>A choice list is as given from now on.</summary>
/// <param name="ShippedVersion">Of the delivery that brought it; <c>null</c> when a person did.</param>
/// <param name="RevisedBy">The person; <c>null</c> when a delivery brought it.</param>
public sealed record ChoiceListRevised(
    ChoiceList List, int? ShippedVersion, Guid? RevisedBy, DateTimeOffset? At = null, long? Undoes = null);

/// <summary>Something more can be chosen; it stands last under its parent.</summary>
public sealed record ChoiceAdded(AttributeChoice Choice, Guid AddedBy, DateTimeOffset At);

/// <summary>The choice of that value and parent has the names and aliases given.</summary>
/// <param name="Undoes">Version of the change this one takes back; <c>null</c> when it is a change of its own.</param>
public sealed record ChoiceRevised(AttributeChoice Choice, Guid RevisedBy, DateTimeOffset At, long? Undoes = null);

/// <summary>The choice is offered no more; what was written with it keeps it.</summary>
public sealed record ChoiceRetired(AttributeChoice Choice, Guid RetiredBy, DateTimeOffset At, long? Undoes = null);

/// <summary>The choice is offered again.</summary>
public sealed record ChoiceReopened(AttributeChoice Choice, Guid ReopenedBy, DateTimeOffset At, long? Undoes = null);
