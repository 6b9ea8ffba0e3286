namespace Souq.Moderation.Subjects;

/// <summary>Marks the texts about messages, stores and names.</summary>
public sealed class SubjectsText;
