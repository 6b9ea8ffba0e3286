using JasperFx.Events.Projections;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Contracts;
using Souq.EventStore;
using Souq.Listings.Contracts;
using Souq.Mail.Templates;
using Souq.Messaging.Conversations;
using Souq.Messaging.Giving;
using Souq.Messaging.Letters;
using Souq.Messaging.Pictures;
using Souq.Messaging.Ratings;
using Souq.Messaging.Reading;
using Souq.Messaging.Reporting;
using Souq.Messaging.Trust;
using Souq.Messaging.Writing;
using Souq.Moderation.Contracts;
using Souq.Web.Layout;
using Souq.Web.Slots;

namespace Souq.Messaging;

public static class MessagingModule
{
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddModuleStore<IMessagingStore>("messaging", typeof(MessagingModule).Assembly, options =>
        {
            options.Projections.Snapshot<Conversation>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<Gift>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<Rating>(SnapshotLifecycle.Inline);
            options.Schema.For<Conversation>().Index([c => c.ListingId, c => c.AskedAt!])
                .Duplicate(c => c.BuyerId).Duplicate(c => c.SellerId).Duplicate(c => c.LastAt);
            Erasing.PersonErasedHandler.Mask(options);
            options.Schema.For<Subject>().FillFactor(ModuleStore.Room).Duplicate(s => s.SellerId);
            options.Schema.For<WriterStop>().Index(s => s.PersonId);
            options.Schema.For<MessageWords>().Index([m => m.ConversationId, m => m.At]).Index(m => m.FromId);
            options.Schema.For<Rating>().Index([r => r.PersonId, r => r.At]).Index([r => r.PersonId, r => r.Shown, r => r.Stars]);
            options.Schema.For<RatingWords>().Index(w => w.AuthorId).Index(w => w.PersonId);
            options.Schema.For<MessagePhotoFile>().Duplicate(f => f.FromId).Duplicate(f => f.MessageId).Duplicate(f => f.At).Duplicate(f => f.Since!);
        });
        services.AddSingleton<Inbox>();
        services.AddSingleton<MessagePhotos>();
        services.AddSingleton<GiftRequests>();
        services.AddSingleton<RatingReader>();
        services.AddMailSamples<MessagingSamples>();
        services.AddMailTemplate<MessageLetterTemplate>();
        services.AddMailTemplate<GiftPromisedTemplate>();
        services.AddMailTemplate<GiftGoneTemplate>();
        services.AddMailTemplate<RatingLetterTemplate>();
        services.AddSlot<TrustWords>(AccountSlots.Trust, order: 110);
        services.AddSlot<ReportedMessage>(ModerationSlots.Subject);
        services.AddSlot<JudgedRating>(ModerationSlots.Subject);
        services.AddSlot<RatedLine>(AccountSlots.Rated);
        services.AddSlot<RatingList>(AccountSlots.Ratings);
        services.AddSlot<RequestsLink>(ListingSlots.Owner);
        services.AddSlot<WriteButton>(ListingSlots.Contact, 10);
        services.AddSlot<UnreadCount>(LayoutSlots.Unread);
        return services;
    }

    public static void MapMessaging(this IEndpointRouteBuilder endpoints) => endpoints.MapMessagePhotos();
}
