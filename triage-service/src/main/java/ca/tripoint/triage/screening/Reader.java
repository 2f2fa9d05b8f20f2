package ca.tripoint.triage.screening;

import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import java.util.UUID;

/** Who asks. Another person's screening does not exist for them. */
public record Reader(UUID id, boolean clinician, boolean partner) {

    public static Reader of(Caller caller) {
        return new Reader(caller.id(), caller.is(Roles.CLINICIAN), caller.is(Roles.PARTNER));
    }

    boolean mayAnswer(Screening screening) {
        return screening.belongsTo(id);
    }

    boolean mayRead(Screening screening) {
        return clinician || mayAnswer(screening);
    }
}
