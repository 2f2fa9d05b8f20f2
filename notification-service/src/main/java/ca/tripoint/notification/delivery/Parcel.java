package ca.tripoint.notification.delivery;

import ca.tripoint.notification.notice.Notice;
import java.util.UUID;

/** A claimed delivery under way. */
record Parcel(UUID deliveryId, int attempt, Notice notice) {}
