package ca.tripoint.kit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON between services and of a service's own making. Unknown fields are passed over here (a later producer may have added
 * them); what cannot be read at all is our fault or our peer's, never the caller's.
 */
@Singleton
public class Json {

    private final ObjectMapper mapper;
    private final ObjectWriter sorted;

    Json(ObjectMapper strict) {
        this.mapper = StrictJson.tolerant(strict);
        this.sorted = sorted(strict);
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(
                    "cannot write " + value.getClass().getSimpleName() + " as JSON", withoutContent(fault));
        }
    }

    public <T> T read(byte[] json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (IOException fault) {
            throw new IllegalArgumentException(
                    "cannot read JSON as " + type.getSimpleName(),
                    fault instanceof JsonProcessingException content ? withoutContent(content) : fault);
        }
    }

    public <T> T convert(Object value, Class<T> type) {
        return mapper.convertValue(value, type);
    }

    /** The members of a record or bean, by name. */
    public Map<String, Object> members(Object value) {
        return mapper.convertValue(value, new TypeReference<>() {});
    }

    /** The same bytes for the same content, in whatever order its objects name their members. */
    public byte[] canonical(Object value) {
        try {
            return sorted.writeValueAsBytes(value);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(
                    "cannot canonicalise " + value.getClass().getSimpleName(), withoutContent(fault));
        }
    }

    /** Members of records, maps and trees alike. */
    @SuppressWarnings("deprecation") // the only way to set a MapperFeature on a mapper that is there already
    private static ObjectWriter sorted(ObjectMapper mapper) {
        return mapper.copy()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writer()
                .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);
    }

    private static @Nullable Throwable withoutContent(JsonProcessingException fault) {
        fault.clearLocation();
        return fault.getCause();
    }
}
