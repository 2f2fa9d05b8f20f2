package ca.tripoint.local.command;

import ca.tripoint.local.Ports;
import ca.tripoint.local.Repository;
import ca.tripoint.local.Service;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** {@code ./dev up} as a process of its own. */
final class AttachedUp {
    private AttachedUp() {}

    static Process start(Repository repository, Ports ports, Path output) throws java.io.IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                AttachedUp.class.getName(),
                repository.root().toString());
        ports.byService().values().forEach(port -> builder.command().add(port.toString()));
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    public static void main(String[] arguments) {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, Integer.parseInt(arguments[1 + service.ordinal()]));
        }
        Setting setting = new Setting(new Repository(Path.of(arguments[0])), new Ports(ports), System.out);
        System.exit(Dev.in(setting).execute("up"));
    }
}
