package ca.tripoint.booking.booking;

import ca.tripoint.booking.visit.Address;
import ca.tripoint.booking.visit.Price.TaxLine;
import ca.tripoint.booking.visit.Visit;
import ca.tripoint.canada.money.Money;
import ca.tripoint.contracts.SessionEvent.CancelledBy;
import ca.tripoint.contracts.SessionEvent.RevocationCause;
import ca.tripoint.kit.http.Version;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A booking as its people see it. Members that do not apply are absent. */
@Schema(name = "Booking")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookingView(
        @Nullable @Schema(description = "absent in a dry run")
        UUID id,

        BookingStatus status,

        @Nullable @Schema(description = "grows with every change; also the ETag")
        Long version,

        UUID clientId,
        UUID therapistId,
        @Nullable UUID courseId,

        @Schema(description = "with the offset at the client's door", examples = "2027-03-14T10:00:00-04:00")
        OffsetDateTime start,

        OffsetDateTime end,
        @Schema(examples = "America/Toronto") String zone,

        @Schema(description = "what the clock on the client's wall shows", examples = "2027-03-14T10:00")
        LocalDateTime localStart,

        long durationMinutes,

        @Schema(description = "forward sortation area", examples = "H2X")
        String fsa,

        String province,

        @Nullable
        @Schema(
                description =
                        "only when one booking is asked for; the therapist sees it from the booking until a few hours after the visit")
        Address address,

        PriceView price,
        Instant madeAt,
        @Nullable Instant holdExpiresAt,
        @Nullable Instant bookedAt,
        @Nullable EndView ended,

        @Nullable @Schema(description = "true in a dry run: nothing was stored")
        Boolean dryRun) {

    @Schema(name = "Price")
    record PriceView(long subtotalCents, List<TaxLine> taxes, long totalCents, String currency) {}

    /** How it ended, and what that cost. */
    @Schema(name = "End")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EndView(
            Instant at,
            @Nullable CancelledBy cancelledBy,
            @Nullable RevocationCause revokedFor,
            @Nullable Long feeCents,
            Fee.@Nullable Reason feeReason) {}

    /** 200, with the version as a strong ETag. */
    public Response response() {
        return tagged(Response.ok());
    }

    Response tagged(Response.ResponseBuilder response) {
        if (version != null) {
            response.tag(new Version(version).etag());
        }
        return response.entity(this).build();
    }

    /** As its client sees it, and operations; without the address. */
    public static BookingView of(Booking booking) {
        return view(booking, null, true, false);
    }

    /** As the viewer may see it. That a client's health called a visit off is not the therapist's to know. */
    static BookingView seenBy(Viewer viewer, Booking booking, @Nullable Address address) {
        return view(booking, address, viewer.operations() || viewer.isClient(booking.clientId()), false);
    }

    static BookingView rehearsed(Booking booking) {
        return view(booking, null, true, true);
    }

    private static BookingView view(Booking booking, @Nullable Address address, boolean withCause, boolean dryRun) {
        Visit visit = booking.visit();
        return new BookingView(
                dryRun ? null : booking.id(),
                booking.status(),
                dryRun ? null : booking.version(),
                booking.clientId(),
                booking.therapistId(),
                booking.courseId(),
                visit.start(),
                visit.end(),
                visit.zone(),
                visit.localStart(),
                visit.length().toMinutes(),
                visit.fsa(),
                visit.province().name(),
                address,
                price(booking),
                booking.madeAt(),
                booking.status() == BookingStatus.HELD ? booking.holdExpiresAt() : null,
                booking.bookedAt(),
                end(booking, withCause),
                dryRun ? Boolean.TRUE : null);
    }

    private static PriceView price(Booking booking) {
        return new PriceView(
                booking.price().subtotalCents(),
                booking.price().taxes().lines(),
                booking.price().totalCents(),
                Money.CAD.getCurrencyCode());
    }

    private static @Nullable EndView end(Booking booking, boolean withCause) {
        Instant at = booking.endedAt();
        Fee fee = booking.fee();
        return at == null
                ? null
                : new EndView(
                        at,
                        booking.cancelledBy(),
                        withCause ? booking.revocationCause() : null,
                        fee == null ? null : fee.amount().cents(),
                        fee == null ? null : fee.reason());
    }
}
