package ca.tripoint.notification.notice;

import java.util.UUID;

/** A way by which notices reach their readers outside the app. Both methods act inside the caller's transaction. */
public interface Channel {

    /** Takes a new notice over; it goes out after the commit. */
    void carry(Notice notice);

    /** What this person was still to be told about this visit is out of date: it does not go out any more. */
    void withdraw(UUID recipient, UUID bookingId);
}
