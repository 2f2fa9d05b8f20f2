package ca.tripoint.therapist.therapist;

import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.therapist.availability.WeeklyHours;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a therapist treats on one day of every week, by the clocks where they live. */
@Schema(name = "WeeklyHours")
record HoursView(
        @NotNull DayOfWeek day,

        @NotNull @Pattern(regexp = HoursView.TIME) @Schema(examples = "06:00")
        String from,

        @NotNull @Pattern(regexp = HoursView.TIME + "|24:00") @Schema(examples = "24:00")
        String to) {

    static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    private static final String MIDNIGHT = "24:00";
    private static final int DAY = 24 * 60;

    static HoursView of(WeeklyHours hours) {
        return new HoursView(hours.day(), written(hours.fromMinute()), written(hours.toMinute()));
    }

    static List<HoursView> of(Collection<WeeklyHours> hours) {
        return hours.stream()
                .sorted(Comparator.comparing(WeeklyHours::day).thenComparing(WeeklyHours::fromMinute))
                .map(HoursView::of)
                .toList();
    }

    static Set<WeeklyHours> read(List<HoursView> hours) {
        Set<WeeklyHours> read = new HashSet<>();
        for (int index = 0; index < hours.size(); index++) {
            HoursView view = hours.get(index);
            int from = minute(view.from());
            int to = minute(view.to());
            if (from >= to) {
                throw Refusal.invalidField("hours[" + index + "].to", "not-after-from");
            }
            read.add(new WeeklyHours(view.day(), from, to));
        }
        return read;
    }

    private static int minute(String written) {
        return written.equals(MIDNIGHT) ? DAY : LocalTime.parse(written).toSecondOfDay() / 60;
    }

    private static String written(int minute) {
        return minute == DAY ? MIDNIGHT : LocalTime.ofSecondOfDay(minute * 60L).toString();
    }
}
