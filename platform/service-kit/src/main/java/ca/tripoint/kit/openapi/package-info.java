/** What the published OpenAPI documents say beyond what the framework finds out by itself. */
@NullMarked
package ca.tripoint.kit.openapi;

import org.jspecify.annotations.NullMarked;
