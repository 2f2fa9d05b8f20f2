/** Signed facts (RS256 JWS) that travel with the client from the service that knows to the service that needs to know. */
@NullMarked
package ca.tripoint.kit.signing;

import org.jspecify.annotations.NullMarked;
