/** Therapists record what they found; it weighs in the next plan, and three sessions without improvement stop the course. */
@NullMarked
package ca.tripoint.triage.finding;

import org.jspecify.annotations.NullMarked;
