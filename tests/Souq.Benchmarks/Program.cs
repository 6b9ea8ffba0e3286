using Souq.Benchmarks;
using Souq.Benchmarks.Photos;

// dotnet run -c Release --project tests/Souq.Benchmarks -- VERB [arguments]
return await new Verbs()
    .Add("photos", "a 12-megapixel JPEG to all its sizes, beside what NetVips alone takes", PhotosVerb.Run)
    .Run(args);
