/** Who is calling. Every endpoint is closed unless it says who may enter. */
@NullMarked
package ca.tripoint.kit.security;

import org.jspecify.annotations.NullMarked;
