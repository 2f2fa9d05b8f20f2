package ca.tripoint.notification.contact;

import ca.tripoint.notification.wording.Language;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A contact as it lies in the table: the language is open, the rest sealed. */
@Entity
@Table(name = "contact")
class ContactRow {

    @Id
    @Column(name = "person_id")
    UUID personId;

    @Column(name = "language")
    String language;

    @Column(name = "details")
    byte[] details;

    @Column(name = "version")
    long version;

    @Column(name = "stored_at")
    Instant storedAt;

    protected ContactRow() {}

    ContactRow(UUID personId, Language language, byte[] details, Instant now) {
        this.personId = personId;
        this.language = language.tag();
        this.details = details;
        this.version = 1;
        this.storedAt = now;
    }

    void replace(Language language, byte[] details, Instant now) {
        this.language = language.tag();
        this.details = details;
        this.version++;
        this.storedAt = now;
    }

    Language language() {
        return Language.tagged(language);
    }
}
