package ca.tripoint.booking.booking;

import ca.tripoint.booking.visit.Price;
import ca.tripoint.booking.visit.TaxLinesText;
import ca.tripoint.booking.visit.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes what Hibernate cannot: rows that give way. {@code ON CONFLICT DO NOTHING} under the exclusion constraints lets a loser
 * leave without waiting and without a deadlock, where a plain INSERT has both.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class NewBookings {

    private final DataSource database;

    NewBookings(DataSource database) {
        this.database = database;
    }

    /** Writes all bookings in one statement. False if one of them met a constraint: then nothing may be kept. */
    boolean insert(List<Booking> bookings) {
        List<Map<String, @Nullable Object>> rows =
                bookings.stream().map(NewBookings::row).toList();
        String columns = String.join(", ", rows.getFirst().keySet());
        String row = rows.getFirst().keySet().stream().map(column -> "?").collect(Collectors.joining(", ", "(", ")"));
        String values = String.join(", ", Collections.nCopies(rows.size(), row));
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO booking (" + columns + ") VALUES " + values + " ON CONFLICT DO NOTHING")) {
            int at = 1;
            for (Map<String, @Nullable Object> columnsOfRow : rows) {
                for (Object value : columnsOfRow.values()) {
                    insert.setObject(at++, value);
                }
            }
            return insert.executeUpdate() == bookings.size();
        } catch (SQLException failure) {
            throw new IllegalStateException("bookings could not be written", failure);
        }
    }

    void insertCourse(UUID course, UUID client, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO course (id, client_id, made_at) VALUES (?, ?, ?)")) {
            insert.setObject(1, course);
            insert.setObject(2, client);
            insert.setObject(3, utc(now));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("a course could not be written", failure);
        }
    }

    private static Map<String, @Nullable Object> row(Booking booking) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", booking.id());
        row.put("client_id", booking.clientId());
        row.put("therapist_id", booking.therapistId());
        row.put("course_id", booking.courseId());
        row.put("offer_id", booking.offerId());
        grounds(row, booking.grounds());
        visit(row, booking.visit());
        row.put("sealed_address", booking.sealedAddress());
        terms(row, booking.price(), booking.fees());
        row.put("status", booking.status().name());
        row.put("version", booking.version());
        row.put("made_at", utc(booking.madeAt()));
        row.put("hold_expires_at", utcOrNull(booking.holdExpiresAt()));
        row.put("booked_at", utcOrNull(booking.bookedAt()));
        row.put("agreed_at", utcOrNull(booking.agreedAt()));
        return row;
    }

    private static void grounds(Map<String, @Nullable Object> row, Grounds grounds) {
        row.put("clearance_id", grounds.clearanceId());
        row.put("screening_id", grounds.screeningId());
        row.put("clearance_issued_at", utc(grounds.clearanceIssuedAt()));
        row.put("sealed_requirements", grounds.sealedRequirements());
    }

    private static void visit(Map<String, @Nullable Object> row, Visit visit) {
        row.put("start_at", utc(visit.startAt()));
        row.put("end_at", utc(visit.endAt()));
        row.put("local_start", visit.localStart().toString());
        row.put("zone", visit.zone());
        row.put("tz_version", visit.tzVersion());
        row.put("busy_from", utc(visit.busyFrom()));
        row.put("busy_to", utc(visit.busyTo()));
        row.put("province", visit.province().name());
        row.put("fsa", visit.fsa());
        row.put("latitude", visit.latitude());
        row.put("longitude", visit.longitude());
    }

    private static void terms(Map<String, @Nullable Object> row, Price price, FeeSchedule fees) {
        row.put("subtotal_cents", price.subtotalCents());
        row.put("taxes", TaxLinesText.write(price.taxes()));
        row.put("total_cents", price.totalCents());
        row.put("grace_minutes", fees.graceMinutes());
        row.put("free_minutes", fees.freeMinutes());
        row.put("reduced_minutes", fees.reducedMinutes());
        row.put("reduced_percent", fees.reducedPercent());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }
}
