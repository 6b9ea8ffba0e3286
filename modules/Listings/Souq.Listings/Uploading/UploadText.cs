namespace Souq.Listings.Uploading;

/// <summary>Marks the texts about photos on their way.</summary>
public sealed class UploadText;
