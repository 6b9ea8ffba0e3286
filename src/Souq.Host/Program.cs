using Souq.Accounts;
using Souq.Catalog;
using Souq.Digests;
using Souq.Host;
using Souq.Listings;
using Souq.Messaging;
using Souq.Moderation;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddCatalog().AddAccounts().AddListings().AddMessaging().AddModeration().AddDigests();
builder.AddCritterStack(builder.Configuration.GetConnectionString("souq")!);

var app = builder.Build();
app.Run();
