package ca.tripoint.triage.screening;

import java.util.UUID;

/** Who asks. Another person's screening does not exist for them. */
record Reader(UUID id, boolean clinician, boolean partner) {

    boolean mayAnswer(Screening screening) {
        return screening.belongsTo(id);
    }

    boolean mayRead(Screening screening) {
        return clinician || mayAnswer(screening);
    }
}
