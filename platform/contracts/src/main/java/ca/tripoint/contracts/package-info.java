/**
 * What the services tell one another: one record per event, one golden JSON file per event and version.
 *
 * <p>Ids and times only, and a therapist's public name; never a health answer. Changes are additive: fields and enum constants that
 * a consumer does not know are no fault. A break is a new version beside the old one.
 */
@NullMarked
package ca.tripoint.contracts;

import org.jspecify.annotations.NullMarked;
