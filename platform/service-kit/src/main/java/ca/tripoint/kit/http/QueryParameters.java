package ca.tripoint.kit.http;

import ca.tripoint.kit.problem.Refusal;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A query parameter that cannot be read is {@code validation-failed} (422), by its name. The framework's own answer, 404, would say
 * that there is no such list.
 */
@Provider
class QueryParameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            int.class, Integer::valueOf,
            Integer.class, Integer::valueOf,
            long.class, Long::valueOf,
            Long.class, Long::valueOf,
            UUID.class, UUID::fromString,
            LocalDate.class, LocalDate::parse,
            Instant.class, Instant::parse,
            OffsetDateTime.class, OffsetDateTime::parse);

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, @Nullable Type genericType, Annotation @Nullable [] annotations) {
        Function<String, ?> reader = type.isEnum() ? name -> constant(type, name) : READERS.get(type);
        String parameter = nameOf(annotations);
        return reader == null || parameter == null ? null : new Named<>(parameter, reader);
    }

    private static @Nullable String nameOf(Annotation @Nullable [] annotations) {
        return annotations == null
                ? null
                : Arrays.stream(annotations)
                        .filter(QueryParam.class::isInstance)
                        .map(annotation -> ((QueryParam) annotation).value())
                        .findFirst()
                        .orElse(null);
    }

    private static <T> T constant(Class<T> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("none of the constants"));
    }

    private record Named<T>(String parameter, Function<String, ?> reader) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked") // a reader is found by the type that it reads
        public T fromString(String value) {
            try {
                return (T) reader.apply(value);
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                throw Refusal.invalidField(parameter, "wrong-type");
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
