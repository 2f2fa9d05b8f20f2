/** The smallest service that the kit can carry, and the tests of the kit on it. */
package ca.tripoint.kittest;
