/** What a person may ask of the {@code dev} script. */
@NullMarked
package ca.tripoint.local.command;

import org.jspecify.annotations.NullMarked;
