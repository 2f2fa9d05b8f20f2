/** What every endpoint answers the same way: languages, ETags, pages, body size. */
@NullMarked
package ca.tripoint.kit.http;

import org.jspecify.annotations.NullMarked;
