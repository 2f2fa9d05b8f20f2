/** Refusals: every error is an RFC 9457 problem document with a stable code, in the caller's language, that never echoes input. */
@NullMarked
package ca.tripoint.kit.problem;

import org.jspecify.annotations.NullMarked;
