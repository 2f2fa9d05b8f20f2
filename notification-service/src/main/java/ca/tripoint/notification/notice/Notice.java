package ca.tripoint.notification.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one person is told about one event. It holds ids and times; its words are found when it is read, in the reader's language. */
@Entity
@Table(name = "notice")
public class Notice {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "recipient_id")
    private UUID recipientId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Kind kind;

    @Embedded
    private @Nullable Visit visit;

    @Embedded
    private @Nullable Previous previous;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "read_at")
    private @Nullable Instant readAt;

    protected Notice() {}

    public Notice(UUID id, UUID eventId, News news, Instant now) {
        this.id = id;
        this.eventId = eventId;
        this.recipientId = news.recipient();
        this.kind = news.kind();
        this.visit = news.visit();
        this.previous = news.previous();
        this.createdAt = now;
    }

    /** The first reading counts. */
    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    public UUID id() {
        return id;
    }

    public UUID recipientId() {
        return recipientId;
    }

    public Kind kind() {
        return kind;
    }

    public Optional<Visit> visit() {
        return Optional.ofNullable(visit);
    }

    /** The visit of a notice that cannot be without one. */
    public Visit requiredVisit() {
        return visit().orElseThrow(() -> new IllegalStateException("notice " + id + " names no visit"));
    }

    public Optional<Previous> previous() {
        return Optional.ofNullable(previous);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> readAt() {
        return Optional.ofNullable(readAt);
    }
}
