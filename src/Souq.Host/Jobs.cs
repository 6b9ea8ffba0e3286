using Hangfire;
using Hangfire.PostgreSql;
using Souq.Accounts.Staff;
using Souq.Accounts.Stores.Following;
using Souq.Accounts.Trust;
using Souq.Accounts.Views;
using Souq.Digests.Contracts;
using Souq.Listings.Api;
using Souq.Listings.Expiry;
using Souq.Listings.Importing.Files;
using Souq.Listings.Suggesting;
using Souq.Listings.Uploading;
using Souq.Listings.Watching;
using Souq.Mail.Operating;
using Souq.Mail.Returns;
using Souq.Moderation.Dashboard;
using Souq.Moderation.Letters.Gathering;
using Souq.Moderation.Sanctions;
using Souq.Moderation.Undoing;
using Wolverine;

namespace Souq.Host;

/// <summary>The clock of the market: Hangfire ticks, and every tick sends one message. Decisions are the handlers'.</summary>
internal static class Jobs
{
    /// <param name="clock">False in verbs: the clock ticks where the market is served.</param>
    public static void AddJobs(this IServiceCollection services, string connectionString, bool clock)
    {
        services.AddHangfire(hangfire => hangfire
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UsePostgreSqlStorage(
                storage => storage.UseNpgsqlConnection(connectionString),
                new PostgreSqlStorageOptions
                {
                    SchemaName = "hangfire",
                    // A job runs once at a time however long it takes; without this a long one is started again elsewhere.
                    UseSlidingInvisibilityTimeout = true,
                    // A market whose clock does not tick must say so at the start, not limp along.
                    AllowDegradedModeWithoutStorage = false,
                    QueuePollInterval = TimeSpan.FromSeconds(5),
                }));
        services.AddTransient<Ticks>();
        if (!clock) return;
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 1;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(15);
        });
        services.AddHostedService<Timetable>();
    }

    /// <summary>What a job does: send one message.</summary>
    public sealed class Ticks(IServiceScopeFactory scopes, TimeProvider time)
    {
        public Task ExpireDueListings() => Send(new ExpireDueListings());

        public Task AnnounceExpiry() => Send(new AnnounceExpiry());

        public Task TidyImports() => Send(new TidyImports());

        public Task TidyFinds() => Send(new TidyFinds());

        public Task TidyUploads() => Send(new TidyUploads());

        public Task TidyIdempotencyKeys() => Send(new TidyIdempotencyKeys());

        public Task RefreshVocabulary() => Send(new RefreshVocabulary());

        public Task TakeUpFollows() => Send(new TakeUpFollows());

        public Task LookAtTrust() => Send(new LookAtTrust(time.GetUtcNow()));

        public Task FillRulings() => Send(new FillRulings());

        public Task TakeUpAppeals() => Send(new TakeUpAppeals());

        public Task FillRestrained() => Send(new FillRestrained());

        public Task TidyViews() => Send(new TidyViews());

        public Task TellStaff() => Send(new TellStaff());
        public Task PostDueRefusals() => Send(new PostDueRefusals(time.GetUtcNow()));

        public Task CarryOutDueDecisions() => Send(new CarryOutDueDecisions(time.GetUtcNow()));

        public Task TidyPost() => Send(new TidyPost());

        public Task ReadReturns() => Send(new ReadReturns());

        public Task TakeUpOldAlerts() => Send(new TakeUpOldAlerts());

        public Task SendDueDigests() => Send(new SendDueDigests(time.GetUtcNow()));

        private async Task Send(object message)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(message);
        }
    }

    private sealed class Timetable(IRecurringJobManager jobs) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            var options = new RecurringJobOptions { MisfireHandling = MisfireHandlingMode.Relaxed };
            jobs.AddOrUpdate<Ticks>("expire-due-listings", t => t.ExpireDueListings(), "*/10 * * * *", options);
            jobs.AddOrUpdate<Ticks>("announce-expiry", t => t.AnnounceExpiry(), "7 * * * *", options);
            jobs.AddOrUpdate<Ticks>("tidy-imports", t => t.TidyImports(), "41 3 * * *", options);
            jobs.AddOrUpdate<Ticks>("tidy-finds", t => t.TidyFinds(), "17 4 * * *", options);
            jobs.AddOrUpdate<Ticks>("tidy-uploads", t => t.TidyUploads(), "53 * * * *", options);
            jobs.AddOrUpdate<Ticks>("tidy-idempotency-keys", t => t.TidyIdempotencyKeys(), "23 * * * *", options);
            jobs.AddOrUpdate<Ticks>("refresh-vocabulary", t => t.RefreshVocabulary(), "4,19,34,49 * * * *", options);
            jobs.RemoveIfExists("tell-followers");
            jobs.AddOrUpdate<Ticks>("take-up-follows", t => t.TakeUpFollows(), "43 4 * * *", options);
            jobs.Trigger("take-up-follows");
            jobs.AddOrUpdate<Ticks>("look-at-trust", t => t.LookAtTrust(), "34 * * * *", options);
            jobs.AddOrUpdate<Ticks>("tidy-views", t => t.TidyViews(), "29 4 * * *", options);
            jobs.AddOrUpdate<Ticks>("tell-staff", t => t.TellStaff(), "19 4 * * *", options);
            // At once, too: a market that was there before learns who may answer appeals.
            jobs.Trigger("tell-staff");
            // The same with the table of what was decided.
            jobs.AddOrUpdate<Ticks>("fill-rulings", t => t.FillRulings(), "49 4 * * *", options);
            jobs.Trigger("fill-rulings");
            // And with people who appealed before that made a case.
            jobs.AddOrUpdate<Ticks>("take-up-appeals", t => t.TakeUpAppeals(), "59 4 * * *", options);
            jobs.Trigger("take-up-appeals");
            jobs.AddOrUpdate<Ticks>("fill-restrained", t => t.FillRestrained(), "57 4 * * *", options);
            jobs.Trigger("fill-restrained");
            jobs.AddOrUpdate<Ticks>("post-due-refusals", t => t.PostDueRefusals(), "* * * * *", options);
            jobs.AddOrUpdate<Ticks>("carry-out-due-decisions", t => t.CarryOutDueDecisions(), "* * * * *", options);
            jobs.AddOrUpdate<Ticks>("tidy-post", t => t.TidyPost(), "37 2 * * *", options);
            jobs.AddOrUpdate<Ticks>("read-returns", t => t.ReadReturns(), "2-57/5 * * * *", options);
            // Alerts from before they were searches are taken up when the market starts.
            jobs.AddOrUpdate<Ticks>("take-up-old-alerts", t => t.TakeUpOldAlerts(), "37 4 * * *", options);
            jobs.Trigger("take-up-old-alerts");
            jobs.AddOrUpdate<Ticks>("send-due-digests", t => t.SendDueDigests(), "*/5 * * * *", options);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
