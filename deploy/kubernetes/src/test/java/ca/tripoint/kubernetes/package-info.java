/** Reads the manifests as a cluster would, and holds them to what they promise. */
@NullMarked
package ca.tripoint.kubernetes;

import org.jspecify.annotations.NullMarked;
