package ca.tripoint.booking.visit;

import ca.tripoint.booking.visit.Price.TaxLine;
import ca.tripoint.booking.visit.Price.TaxLines;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps tax lines in one column as {@code GST 0.05 645;QST 0.09975 1287}. */
@Converter(autoApply = true)
public class TaxLinesText implements AttributeConverter<TaxLines, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable TaxLines taxes) {
        return taxes == null ? null : write(taxes);
    }

    @Override
    public @Nullable TaxLines convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : read(text);
    }

    public static String write(TaxLines taxes) {
        return taxes.lines().stream()
                .map(line -> line.name() + " " + line.rate().toPlainString() + " " + line.cents())
                .collect(Collectors.joining(";"));
    }

    static TaxLines read(String text) {
        return new TaxLines(Arrays.stream(text.split(";"))
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(" "))
                .map(part -> new TaxLine(part[0], new BigDecimal(part[1]), Long.parseLong(part[2])))
                .toList());
    }
}
