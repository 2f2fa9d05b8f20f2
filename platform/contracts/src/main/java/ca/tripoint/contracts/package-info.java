/**
 * What the services tell one another: one record per event, one golden JSON file per event and version.
 *
 * <p>Ids and times only, never a health answer. Changes are additive; a break is a new version beside the old one.
 */
@NullMarked
package ca.tripoint.contracts;

import org.jspecify.annotations.NullMarked;
