package ca.tripoint.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose relay is stuck or gone tells nobody anything any more: it is to be started again. */
@Liveness
@ApplicationScoped
class RelayCheck implements HealthCheck {

    private final OutboxRelay relay;

    RelayCheck(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox relay")
                .status(relay.isAtWork())
                .build();
    }
}
