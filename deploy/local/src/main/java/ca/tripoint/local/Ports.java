package ca.tripoint.local;

import ca.tripoint.embedded.FreePort;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Where each service listens. */
public record Ports(Map<Service, Integer> byService) {
    public Ports {
        byService = Collections.unmodifiableMap(new EnumMap<>(byService));
        if (byService.size() != Service.values().length) {
            throw new IllegalArgumentException("byService: every service needs a port");
        }
    }

    /** 8081–8084. */
    public static Ports usual() {
        return chosenBy(Service::usualPort);
    }

    public static Ports free() {
        return chosenBy(service -> FreePort.next());
    }

    private static Ports chosenBy(ToIntFunction<Service> choice) {
        return new Ports(Arrays.stream(Service.values()).collect(Collectors.toMap(it -> it, choice::applyAsInt)));
    }

    boolean areUsual() {
        return equals(usual());
    }

    int of(Service service) {
        Integer port = byService.get(service);
        if (port == null) {
            throw new IllegalArgumentException("no such service: " + service);
        }
        return port;
    }

    void refuseIfTaken() {
        String taken = byService.entrySet().stream()
                .filter(entry -> !FreePort.isFree(entry.getValue()))
                .map(entry -> entry.getValue() + " (" + entry.getKey().serviceName() + ")")
                .collect(Collectors.joining(", "));
        if (!taken.isEmpty()) {
            throw new Refused("Port " + taken + " is taken by another program."
                    + " End it and try again; ./dev demo and ./dev test use free ports.");
        }
    }
}
