/** What is told about a person stays between us and whoever asked. */
@NullMarked
package ca.tripoint.triage.privacy;

import org.jspecify.annotations.NullMarked;
