package ca.tripoint.therapist.availability;

import ca.tripoint.canada.place.Area;
import org.jspecify.annotations.Nullable;

/**
 * A visit that the therapist already has.
 *
 * @param time set-up and pack-down included, travel not
 * @param at where it is; null if this service never learnt it
 */
public record TakenTime(TimeRange time, @Nullable Area at) {}
