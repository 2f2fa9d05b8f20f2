package ca.tripoint.notification.contact;

import ca.tripoint.kit.crypto.Cell;
import ca.tripoint.kit.crypto.Vault;
import ca.tripoint.kit.http.Version;
import ca.tripoint.kit.json.Json;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.notification.wording.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps one contact for each person, sealed with their own key. */
@ApplicationScoped
public class Contacts {

    private final ContactRepository repository;
    private final Transactions transactions;
    private final Vault vault;
    private final Json json;
    private final Clock clock;
    private final Event<ContactStored> stored;

    Contacts(
            ContactRepository repository,
            Transactions transactions,
            Vault vault,
            Json json,
            Clock clock,
            Event<ContactStored> stored) {
        this.repository = repository;
        this.transactions = transactions;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
        this.stored = stored;
    }

    public Optional<Contact> of(UUID person) {
        return transactions.run(() -> repository.findByIdOptional(person).map(row -> open(row)));
    }

    public Optional<Language> languageOf(UUID person) {
        return transactions.run(() -> repository.findByIdOptional(person).map(ContactRow::language));
    }

    /** Whether there is a contact. */
    public enum ForNow {
        KNOWN,
        UNKNOWN,
        BEING_STORED
    }

    /**
     * Inside the caller's transaction; if known or unknown, it is so until its end. Does not wait for whom stores a contact: they may
     * be waiting for the caller.
     */
    public ForNow forNow(UUID person) {
        if (!repository.keep(person)) {
            return ForNow.BEING_STORED;
        }
        return repository.count("personId", person) == 1 ? ForNow.KNOWN : ForNow.UNKNOWN;
    }

    /**
     * Replaces the whole contact.
     *
     * @param ifMatch where given, the version that the caller has seen
     */
    Contact store(UUID person, ContactRequest request, @Nullable String ifMatch) {
        return transactions.run(() -> {
            repository.lock(person);
            ContactRow known = repository.findById(person);
            if (ifMatch != null) {
                new Version(known == null ? 0 : known.version).requireMatch(ifMatch);
            }
            ContactRow row = write(known, person, request);
            stored.fire(new ContactStored(person));
            return open(row);
        });
    }

    private ContactRow write(@Nullable ContactRow known, UUID person, ContactRequest request) {
        byte[] details = seal(person, request);
        if (known == null) {
            ContactRow first = new ContactRow(person, request.language(), details, clock.instant());
            repository.persist(first);
            return first;
        }
        known.replace(request.language(), details, clock.instant());
        return known;
    }

    private byte[] seal(UUID person, ContactRequest request) {
        var details = new Details(request.email(), request.name());
        return vault.seal(cell(person), json.write(details));
    }

    private Contact open(ContactRow row) {
        byte[] opened = vault.open(cell(row.personId), row.details);
        Details details = json.read(opened, Details.class);
        return new Contact(row.personId, row.language(), details.email(), details.name(), row.version);
    }

    private static Cell cell(UUID person) {
        return new Cell("contact", "details", person, person);
    }

    /** What is sealed. */
    record Details(String email, @Nullable String name) {

        @Override
        public String toString() {
            return "Details[redacted]";
        }
    }
}
