package ca.tripoint.kit.time;

import ca.tripoint.canada.clock.TimeZoneGuard;
import ca.tripoint.canada.clock.TimeZones;
import io.quarkus.info.runtime.spi.InfoContributor;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** No service starts, and none gets traffic, that is wrong about a clock in Canada. {@code /q/info} says which data it goes by. */
@Readiness
@ApplicationScoped
class TimeZoneCheck implements HealthCheck, InfoContributor {

    void atStart(@Observes StartupEvent startup) {
        TimeZoneGuard.check();
    }

    @Override
    public HealthCheckResponse call() {
        TimeZoneGuard.check();
        return HealthCheckResponse.named("clocks of Canada")
                .withData("tzdata", TimeZones.version())
                .up()
                .build();
    }

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("tzdata", TimeZones.version());
    }
}
