package ca.tripoint.notification.notice;

import ca.tripoint.notification.wording.Words;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A notice as its reader sees it. */
@Schema(
        name = "Notification",
        requiredProperties = {"id", "kind", "createdAt", "title", "text"})
record NoticeView(
        UUID id,

        @Schema(
                enumeration = {
                    "visit-booked",
                    "visit-moved",
                    "visit-cancelled",
                    "visit-called-off",
                    "screening-needed",
                    "safety",
                    "assignment-added",
                    "assignment-moved",
                    "assignment-withdrawn"
                })
        String kind,

        @Schema(description = "The visit it is about, if it is about one") @Nullable
        UUID bookingId,

        Instant createdAt,
        String title,
        String text,

        @Schema(description = "When you first read it; null until then") @Nullable
        Instant readAt) {

    static NoticeView of(Notice notice, Words words) {
        return new NoticeView(
                notice.id(),
                notice.kind().apiName(),
                notice.visit().map(Visit::bookingId).orElse(null),
                notice.createdAt(),
                words.title(),
                words.text(),
                notice.readAt().orElse(null));
    }
}
