package ca.tripoint.booking.util;

import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Breaks every rule of the house; {@code HouseRulesTest} sees to it that each is noticed. */
@Path("/sloppy")
public class Sloppy {
    @ConfigProperty(name = "tripoint.sloppy")
    String setting = "";

    ca.tripoint.triage.Foreign foreign = new ca.tripoint.triage.Foreign();

    ca.tripoint.booking.visit.Visit visit = new ca.tripoint.booking.visit.Visit();

    DataSource source() {
        throw new UnsupportedOperationException();
    }

    Object time(Instant instant) {
        System.out.println(Instant.now());
        return new Object[] {LocalDate.now(), instant.atZone(ZoneId.of("America/Toronto")), offset(instant)};
    }

    OffsetDateTime offset(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneId.of("America/Toronto"));
    }
}
