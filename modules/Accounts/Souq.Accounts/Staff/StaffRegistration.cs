using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Souq.Accounts.Staff;

internal static class StaffRegistration
{
    public static void AddStaff(this IServiceCollection services) => services.AddSingleton<StaffBook>().AddScoped<StaffWords>();

    public static void AddStaff(this StoreOptions options) => options.Schema.For<Person>().Index(p => p.Id, index =>
    {
        index.Name = "person_with_roles";
        index.Predicate = StaffBook.WithRoles;
    });
}
