package ca.tripoint.kit.http;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;

/**
 * Of the forms an answer has, the one that is wanted most ({@code Accept}, RFC 9110 §12.5.1). Parameters do not part forms: whoever
 * asks for {@code text/html;charset=UTF-8} gets HTML. (The framework's {@code Request.selectVariant} refuses it, and weighs
 * {@code Accept-Charset}, which everybody ignores.)
 */
public final class Forms {
    private static final Comparator<MediaType> SPECIFIC =
            Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype);

    private Forms() {}

    /**
     * @param forms all that the resource produces, its own first
     * @throws NotAcceptableException if none of them is wanted
     */
    public static MediaType wanted(HttpHeaders request, List<MediaType> forms) {
        List<MediaType> ranges = request.getAcceptableMediaTypes();
        MediaType best = forms.stream()
                .max(Comparator.comparingDouble(form -> weight(form, ranges)))
                .orElseThrow();
        if (weight(best, ranges) == 0) {
            throw new NotAcceptableException();
        }
        return best;
    }

    /** What the most specific range says of a form that fits it. */
    private static double weight(MediaType form, List<MediaType> ranges) {
        return ranges.stream()
                .filter(form::isCompatible)
                .min(SPECIFIC)
                .map(range -> Double.parseDouble(range.getParameters().getOrDefault("q", "1")))
                .orElse(0.0);
    }
}
