package ca.tripoint.booking.visit;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Keeps wall time as the text that people would say, so that no driver's idea of a time zone ever touches it. */
@Converter(autoApply = true)
public class WallTime implements AttributeConverter<LocalDateTime, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable LocalDateTime local) {
        return local == null ? null : local.toString();
    }

    @Override
    public @Nullable LocalDateTime convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : LocalDateTime.parse(text);
    }
}
