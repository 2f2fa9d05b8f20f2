/** Envelope encryption: one data key per person, wrapped by the service's master key. */
@NullMarked
package ca.tripoint.kit.crypto;

import org.jspecify.annotations.NullMarked;
