/** The events that the services tell one another, as records; the golden JSON files beside the tests are the contract. */
@NullMarked
package ca.tripoint.contracts;

import org.jspecify.annotations.NullMarked;
