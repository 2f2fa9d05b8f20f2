package ca.tripoint.kit.http;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next where the next page is, relative to the service ({@code /v1/…&cursor=…}); null on the last one
 */
public record Items<T>(
        List<T> items,

        @Schema(description = "Where the next page is: a URL relative to the service; null on the last one.") @Nullable
        String next) {

    /**
     * @param found what was found, asked for one more than a page holds: if it came, there is a next page
     * @param next where the page after the last one shown is
     */
    public static <T> Items<T> page(List<T> found, int size, Function<T, String> next) {
        if (found.size() <= size) {
            return new Items<>(found, null);
        }
        List<T> shown = found.subList(0, size);
        return new Items<>(shown, next.apply(shown.getLast()));
    }

    public <R> Items<R> map(Function<T, R> view) {
        return new Items<>(items.stream().map(view).toList(), next);
    }
}
