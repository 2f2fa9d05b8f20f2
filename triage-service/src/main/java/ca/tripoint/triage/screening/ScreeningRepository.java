package ca.tripoint.triage.screening;

import ca.tripoint.kit.crypto.Vault;
import ca.tripoint.kit.http.Cursor;
import ca.tripoint.kit.json.Json;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Writes;
import ca.tripoint.triage.screening.Screening.Status;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Screenings as they are stored: content sealed with the person's own key. */
@ApplicationScoped
class ScreeningRepository implements PanacheRepositoryBase<Screening, UUID> {
    private static final String INSERT = """
            INSERT INTO screening (id, client_id, created_by, version, status, ruleset_version, ruleset_sha256, consent_version,
                created_at, decided_at, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Writes writes;
    private final Vault vault;
    private final Json json;

    ScreeningRepository(Writes writes, Vault vault, Json json) {
        this.writes = writes;
        this.vault = vault;
        this.json = json;
    }

    ScreeningContent open(Screening screening) {
        return json.read(vault.open(screening.cell(), screening.content), ScreeningContent.class);
    }

    /** Seals what it says, and keeps it. */
    void store(Screening screening, ScreeningContent content) {
        screening.content = vault.seal(screening.cell(), json.write(content));
        if (screening.isNew) {
            insert(screening);
        }
    }

    /** Nothing reads it again in its transaction: it need not be an entity that Hibernate looks after. */
    private void insert(Screening screening) {
        writes.add(
                INSERT,
                screening.id,
                screening.clientId,
                screening.createdBy,
                screening.version,
                screening.status.name(),
                screening.rulesetVersion,
                screening.rulesetSha256,
                screening.consentVersion,
                screening.createdAt.atOffset(ZoneOffset.UTC),
                screening.decidedAt == null ? null : screening.decidedAt.atOffset(ZoneOffset.UTC),
                screening.content);
    }

    /** Whose screening it is, read without the row, so that the person can be locked before. */
    Optional<UUID> clientOf(UUID id) {
        return find("select s.clientId from Screening s where s.id = ?1", id)
                .project(UUID.class)
                .firstResultOptional();
    }

    Screening screening(UUID id) {
        return findByIdOptional(id).orElseThrow(Refusal::notFound);
    }

    /** Somebody else's is not there. */
    Screening readable(UUID id, Reader who) {
        return findByIdOptional(id).filter(who::mayRead).orElseThrow(Refusal::notFound);
    }

    /** Whether something else was decided about the same person after that instant. */
    boolean decidedSince(Screening screening, Instant then) {
        return count("clientId = ?1 and id <> ?2 and decidedAt > ?3", screening.clientId, screening.id, then) > 0;
    }

    /** The last decision about a person until then: it speaks for them. */
    Optional<Screening> newestDecided(UUID client, Instant by) {
        return find("clientId = ?1 and decidedAt <= ?2 order by decidedAt desc, createdAt desc, id", client, by)
                .firstResultOptional();
    }

    List<Screening> decidedAfter(UUID id, int size) {
        return find("status = ?1 and id > ?2 order by id", Status.DECIDED, id)
                .page(Page.ofSize(size))
                .list();
    }

    List<Screening> page(UUID person, @Nullable Status status, @Nullable Cursor after, int size) {
        StringBuilder query = new StringBuilder("(clientId = :person or createdBy = :person)");
        Map<String, Object> values = new HashMap<>(Map.of("person", person));
        if (status != null) {
            query.append(" and status = :status");
            values.put("status", status);
        }
        if (after != null) {
            query.append(" and (createdAt < :at or createdAt = :at and id > :id)");
            values.put("at", after.at());
            values.put("id", after.id());
        }
        return find(query + " order by createdAt desc, id", values)
                .page(Page.ofSize(size))
                .list();
    }
}
