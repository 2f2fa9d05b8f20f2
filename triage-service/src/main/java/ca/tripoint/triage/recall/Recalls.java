package ca.tripoint.triage.recall;

import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.triage.catalogue.ServedRulesets;
import ca.tripoint.triage.clearance.Clearance;
import ca.tripoint.triage.clearance.Clearances;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.client.Clients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Recalls a version: first it stops clearing, then its clearances are taken back person by person, each in a transaction of its
 * own. What was taken back is marked, so that a recall that broke off goes on where it was.
 */
@ApplicationScoped
class Recalls {
    private static final Logger LOG = Logger.getLogger(Recalls.class);
    /** Clearances looked up at a time. */
    private static final int BATCH = 200;

    private static final UUID FIRST = new UUID(0, 0);

    private final ServedRulesets rulesets;
    private final RecalledVersions recalled;
    private final Clearances clearances;
    private final Clients clients;
    private final Transactions transactions;
    private final Clock clock;

    Recalls(
            ServedRulesets rulesets,
            RecalledVersions recalled,
            Clearances clearances,
            Clients clients,
            Transactions transactions,
            Clock clock) {
        this.rulesets = rulesets;
        this.recalled = recalled;
        this.clearances = clearances;
        this.clients = clients;
        this.transactions = transactions;
        this.clock = clock;
    }

    void recall(String version, UUID by, String reason) {
        if (rulesets.version(version).isEmpty()) {
            throw Refusal.notFound();
        }
        transactions.run(() -> recalled.add(version, by, reason, clock.instant()));
        List<Clearance> batch = live(version, FIRST);
        int taken = 0;
        while (!batch.isEmpty()) {
            for (Clearance clearance : batch) {
                taken += transactions.run(() -> takeBack(clearance.id(), clearance.clientId())) ? 1 : 0;
            }
            batch = live(version, batch.getLast().id());
        }
        transactions.run(() -> recalled.finish(version, clock.instant()));
        LOG.infof("rule set %s recalled, %d clearances taken back", version, taken);
    }

    private List<Clearance> live(String version, UUID after) {
        return transactions.run(() -> clearances.liveUnder(version, after, BATCH, clock.instant()));
    }

    private boolean takeBack(UUID clearanceId, UUID clientId) {
        Client client = clients.lock(clientId);
        Clearance clearance = clearances.findById(clearanceId);
        if (!client.honours(clearance.issuedAt())) {
            return false;
        }
        Instant now = clock.instant();
        clearance.recall(now);
        client.revoke(now);
        clients.save(client);
        return true;
    }

    RulesetRecall find(String version) {
        return transactions.run(() -> recalled.find(version)).orElseThrow(Refusal::notFound);
    }

    List<Clearance> taken(String version, UUID after, int size) {
        return transactions.run(() -> clearances.recalledUnder(version, after, size));
    }
}
