package ca.tripoint.therapist.slot;

import ca.tripoint.kit.problem.CommonProblem;
import ca.tripoint.kit.problem.FieldError;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.therapist.roster.Wish;
import ca.tripoint.therapist.therapist.Equipment;
import ca.tripoint.therapist.therapist.Gender;
import ca.tripoint.therapist.therapist.Skill;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The question of a search as it was written. What is wrong with it is told all at once. */
class SlotQuery {

    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");

    @QueryParam("postalCode")
    @Parameter(required = true, example = "M5V2T6")
    @Nullable
    String postalCode;

    @QueryParam("from")
    @Parameter(required = true, description = "First local date at the address.", example = "2027-03-14")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(required = true, description = "Last local date, included; at most 31 days.", example = "2027-03-14")
    @Nullable
    String to;

    @QueryParam("duration")
    @Parameter(required = true, description = "Minutes of treatment: 60, 75 or 90.", example = "60")
    @Nullable
    String duration;

    @QueryParam("therapistId")
    @Nullable
    String therapistId;

    @QueryParam("gender")
    @Parameter(schema = @Schema(implementation = Gender.class))
    @Nullable
    String gender;

    @QueryParam("language")
    @Parameter(description = "ISO 639 code, or a tag that begins with one.", example = "fr")
    @Nullable
    String language;

    @QueryParam("skill")
    @Parameter(description = "May be repeated: all are wanted.")
    List<String> skill = List.of();

    @QueryParam("equipment")
    @Parameter(description = "May be repeated: all are wanted.")
    List<String> equipment = List.of();

    @QueryParam("cursor")
    @Parameter(description = "From `next`.")
    @Nullable
    String cursor;

    /** The question, read. {@code from} is where this page begins. */
    record Read(String postalCode, LocalDate first, LocalDate from, LocalDate to, Duration length, Wish wish) {}

    Read read(Set<Integer> durations) {
        List<FieldError> errors = new ArrayList<>();
        @Nullable String where = required("postalCode", postalCode, Function.identity(), errors);
        @Nullable LocalDate first = required("from", from, SlotQuery::date, errors);
        @Nullable LocalDate last = required("to", to, SlotQuery::date, errors);
        @Nullable Integer minutes = required("duration", duration, Integer::valueOf, errors);
        @Nullable LocalDate page = optional("cursor", cursor, SlotQuery::date, errors);
        Wish wish = new Wish(
                optional("therapistId", therapistId, UUID::fromString, errors),
                optional("gender", gender, Gender::valueOf, errors),
                optional("language", language, SlotQuery::language, errors),
                all("skill", skill, Skill.class, errors),
                all("equipment", equipment, Equipment.class, errors));
        if (minutes != null && !durations.contains(minutes)) {
            errors.add(FieldError.field("duration", "out-of-range"));
        }
        if (first != null && last != null && last.isBefore(first)) {
            errors.add(FieldError.field("to", "before-from"));
        }
        if (page != null && first != null && last != null && (page.isBefore(first) || page.isAfter(last))) {
            errors.add(FieldError.field("cursor", "invalid"));
        }
        if (where == null || first == null || last == null || minutes == null || !errors.isEmpty()) {
            throw Refusal.of(CommonProblem.VALIDATION_FAILED).naming(errors);
        }
        return new Read(where, first, page == null ? first : page, last, Duration.ofMinutes(minutes), wish);
    }

    /** The same question, from a later day on. */
    Map<String, List<String>> continued(LocalDate next) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "postalCode", postalCode);
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "duration", duration);
        put(parameters, "therapistId", therapistId);
        put(parameters, "gender", gender);
        put(parameters, "language", language);
        parameters.put("skill", skill);
        parameters.put("equipment", equipment);
        put(parameters, "cursor", next.toString());
        return parameters;
    }

    /** A date of four digits' years, and nothing that a calendar does not show. */
    private static LocalDate date(String written) {
        if (written.length() != "2027-03-14".length()) {
            throw new IllegalArgumentException("not a date");
        }
        return LocalDate.parse(written);
    }

    /** The language of a tag; where in the world it is spoken does not matter. */
    private static String language(String tag) {
        if (!LANGUAGE_TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException("not a language tag");
        }
        return tag.toLowerCase(Locale.ROOT).split("-", 2)[0];
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, List.of(value));
        }
    }

    private static <T> @Nullable T required(
            String name, @Nullable String written, Function<String, T> read, List<FieldError> errors) {
        if (written == null || written.isBlank()) {
            errors.add(FieldError.field(name, "required"));
            return null;
        }
        return optional(name, written, read, errors);
    }

    private static <T> @Nullable T optional(
            String name, @Nullable String written, Function<String, T> read, List<FieldError> errors) {
        if (written == null) {
            return null;
        }
        try {
            return read.apply(written);
        } catch (DateTimeParseException | IllegalArgumentException unreadable) {
            errors.add(FieldError.field(name, "wrong-format"));
            return null;
        }
    }

    private static <E extends Enum<E>> Set<E> all(
            String name, List<String> written, Class<E> type, List<FieldError> errors) {
        Set<E> values = EnumSet.noneOf(type);
        for (String value : written) {
            E read = optional(name, value, text -> Enum.valueOf(type, text), errors);
            if (read != null) {
                values.add(read);
            }
        }
        return values;
    }
}
