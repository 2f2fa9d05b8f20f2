package ca.tripoint.booking.problem;

import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.SqlFailure;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the database promises to a visit that is moved: one constraint each, by its name in {@code V2__booking.sql}, and what a caller
 * is told who runs into it. Code looks first so that it can answer precisely; these hold when it looked too early.
 *
 * <p>New rows run into nothing, they give way ({@code ON CONFLICT DO NOTHING}); so do used offers and second holds.
 */
public enum Promise {
    /** A therapist is in one place at a time. */
    THERAPIST_IN_ONE_PLACE("booking_therapist_in_one_place", BookingProblem.SLOT_TAKEN),
    /** A client has one visit at a time. */
    CLIENT_IN_ONE_PLACE("booking_client_in_one_place", BookingProblem.CLIENT_BUSY);

    private final String constraint;
    private final BookingProblem problem;

    Promise(String constraint, BookingProblem problem) {
        this.constraint = constraint;
        this.problem = problem;
    }

    /** Runs a transaction; what a constraint refuses becomes the refusal that stands for it. */
    public static <T> T kept(Supplier<T> transaction) {
        try {
            return transaction.get();
        } catch (RuntimeException failure) {
            throw SqlFailure.of(failure)
                    .flatMap(sql -> of(sql.constraint()))
                    .<RuntimeException>map(promise -> Refusal.of(promise.problem))
                    .orElse(failure);
        }
    }

    public String constraint() {
        return constraint;
    }

    private static Optional<Promise> of(@Nullable String constraint) {
        return Arrays.stream(values())
                .filter(promise -> promise.constraint.equals(constraint))
                .findFirst();
    }
}
