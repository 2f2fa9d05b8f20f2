package ca.tripoint.kit.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next where the next page is, relative to the service ({@code /v1/…&cursor=…}); null on the last one
 */
public record Items<T>(List<T> items, @Nullable String next) {}
