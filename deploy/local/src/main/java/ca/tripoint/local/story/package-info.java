/** The stories that the system plays through its public APIs, in the demo and in the end-to-end tests alike. */
@NullMarked
package ca.tripoint.local.story;

import org.jspecify.annotations.NullMarked;
