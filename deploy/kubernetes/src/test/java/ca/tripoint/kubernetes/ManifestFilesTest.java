package ca.tripoint.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files as they stand in the repository. Needs nothing but Java. */
class ManifestFilesTest {

    static Stream<String> services() throws IOException {
        return House.services();
    }

    static Set<Path> yamlFiles() throws IOException {
        return House.yamlFiles();
    }

    @ParameterizedTest
    @MethodSource("yamlFiles")
    void every_file_says_only_what_kubernetes_understands(Path file) throws IOException {
        assertThat(StrictYaml.parse(Files.readString(file))).hasSize(1);
    }

    @Test
    void a_misspelt_field_is_noticed() {
        String manifest = """
                apiVersion: v1
                kind: ServiceAccount
                automountServiceAcountToken: false
                """;

        assertThatThrownBy(() -> StrictYaml.parse(manifest)).hasMessageContaining("automountServiceAcountToken");
    }

    @Test
    void a_field_given_twice_is_noticed() {
        String manifest = """
                apiVersion: v1
                kind: Namespace
                kind: Namespace
                """;

        assertThatThrownBy(() -> StrictYaml.parse(manifest)).hasMessageContaining("Duplicate");
    }

    @Test
    void the_value_of_a_secret_has_no_place_here() {
        String manifest = """
                apiVersion: v1
                kind: Secret
                """;

        assertThatThrownBy(() -> StrictYaml.parse(manifest)).hasMessageContaining("v1/Secret");
    }

    @Test
    void no_file_is_forgotten_and_none_is_missing() throws IOException {
        Set<Path> named = new TreeSet<>();
        named.add(House.PRODUCTION.resolve("kustomization.yaml"));
        for (Path file : House.yamlFiles()) {
            if (file.endsWith("kustomization.yaml")) {
                House.read(file, Kustomization.class)
                        .files()
                        .map(name -> file.resolveSibling(name).normalize())
                        .map(path -> Files.isDirectory(path) ? path.resolve("kustomization.yaml") : path)
                        .forEach(named::add);
            }
        }

        assertThat(named).allMatch(Files::exists);
        assertThat(named.stream().filter(file -> file.toString().endsWith(".yaml")))
                .containsExactlyInAnyOrderElementsOf(House.yamlFiles());
    }

    @Test
    void the_template_keeps_every_promise() throws IOException {
        assertThat(Hardening.flaws(template())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_weakens_nothing_that_the_template_promises(String service) throws IOException {
        PodSpec pod = References.pod(patch(service));

        assertThat(patch(service).getSpec().getStrategy()).isNull();
        assertThat(patch(service).getSpec().getReplicas()).isNull();
        assertThat(pod.getSecurityContext()).isNull();
        assertThat(pod.getAutomountServiceAccountToken()).isNull();
        assertThat(pod.getHostNetwork()).isNull();
        assertThat(pod.getInitContainers()).isEmpty();
        assertThat(pod.getVolumes()).allMatch(volume -> volume.getSecret() != null);
        assertThat(pod.getContainers()).singleElement().satisfies(container -> {
            assertThat(container.getName()).isEqualTo("service");
            assertThat(container.getSecurityContext()).isNull();
            assertThat(container.getStartupProbe()).isNull();
            assertThat(container.getReadinessProbe()).isNull();
            assertThat(container.getLivenessProbe()).isNull();
            assertThat(container.getVolumeMounts()).isEmpty();
            assertThat(container.getResources()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_service_of_the_build_is_deployed_under_its_name(String service) throws IOException {
        Kustomization base = House.read(House.BASE.resolve("kustomization.yaml"), Kustomization.class);
        Kustomization own = House.read(House.BASE.resolve(service + "/kustomization.yaml"), Kustomization.class);
        Kustomization production = House.read(House.PRODUCTION.resolve("kustomization.yaml"), Kustomization.class);

        assertThat(base.resources()).contains(service);
        assertThat(own.namePrefix() + "service").isEqualTo(service);
        assertThat(own.labels()).singleElement().satisfies(labels -> {
            assertThat(labels.pairs()).isEqualTo(Map.of("app.kubernetes.io/name", service));
            assertThat(labels.includeSelectors()).isTrue();
        });
        assertThat(container(service).getImage()).isEqualTo("tripoint/" + service);
        assertThat(production.images())
                .filteredOn(image -> image.name().equals("tripoint/" + service))
                .singleElement()
                .satisfies(image -> assertThat(image.newTag()).isNotEqualTo("latest"));
    }

    @Test
    void nothing_is_deployed_that_the_build_does_not_know() throws IOException {
        assertThat(House.read(House.BASE.resolve("kustomization.yaml"), Kustomization.class)
                        .resources())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("network"), House.services()).toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_is_told_all_that_it_needs(String service) throws IOException {
        Map<String, Map<String, String>> configMaps = House.generatedConfigMaps();
        Set<String> told = told(service);
        References.configMaps(patch(service))
                .forEach(name -> told.addAll(configMaps.get(name).keySet()));

        assertThat(told).containsAll(Needs.of(service));
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_is_given_the_keys_that_it_uses_and_no_other(String service) throws IOException {
        Set<String> given = told(service);
        given.retainAll(Needs.allKeys());

        assertThat(given).isEqualTo(Needs.keys(service));
    }

    @Test
    void every_config_map_key_that_is_read_is_declared_and_every_declared_map_is_read() throws IOException {
        Map<String, Map<String, String>> declared = House.generatedConfigMaps();
        Set<String> read = new TreeSet<>();
        for (Deployment deployment : templateAndPatches()) {
            for (String reference : References.configMapKeys(deployment)) {
                String[] nameAndKey = reference.split("/");
                assertThat(declared.get(nameAndKey[0])).as(reference).containsKey(nameAndKey[1]);
                read.add(nameAndKey[0]);
            }
            read.addAll(References.configMaps(deployment));
        }

        assertThat(declared.keySet()).isEqualTo(read);
    }

    @Test
    void the_readme_lists_exactly_the_secrets_that_are_read() throws IOException {
        Set<String> read = new TreeSet<>();
        templateAndPatches().forEach(deployment -> read.addAll(References.secretKeys(deployment)));

        assertThat(House.documentedSecretKeys()).isEqualTo(read);
    }

    @Test
    void a_mounted_secret_shows_only_the_named_keys_to_the_service_alone() throws IOException {
        for (Deployment deployment : templateAndPatches()) {
            assertThat(References.pod(deployment).getVolumes())
                    .filteredOn(volume -> volume.getSecret() != null)
                    .allSatisfy(volume -> {
                        assertThat(volume.getSecret().getItems()).isNotEmpty();
                        assertThat(volume.getSecret().getDefaultMode()).isEqualTo(0440);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_listens_where_its_pod_says(String service) throws IOException {
        int port = container(service).getPorts().getFirst().getContainerPort();

        assertThat(container(service).getPorts())
                .singleElement()
                .satisfies(http -> assertThat(http.getName()).isEqualTo("http"));
        assertThat(container(service).getEnv())
                .filteredOn(variable -> variable.getName().equals("QUARKUS_HTTP_PORT"))
                .singleElement()
                .satisfies(variable -> assertThat(variable.getValue()).isEqualTo(String.valueOf(port)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void the_pod_listens_on_the_port_the_service_has_everywhere(String service) throws IOException {
        String declared = House.applicationProperties(service).getProperty("quarkus.http.port");
        assumeTrue(declared != null, service + " does not declare quarkus.http.port in application.properties");

        assertThat(declared)
                .contains(container(service)
                        .getPorts()
                        .getFirst()
                        .getContainerPort()
                        .toString());
    }

    @Test
    void the_image_runs_as_the_user_the_pod_names() throws IOException {
        long user = References.pod(template()).getSecurityContext().getRunAsUser();
        String dockerfile = Files.readString(House.ROOT.resolve("deploy/container/Dockerfile"));

        assertThat(dockerfile)
                .contains("\nUSER " + user + ":" + user + "\n")
                .contains("\nFROM eclipse-temurin:25-jre\n");
    }

    private static Set<String> told(String service) throws IOException {
        return Stream.concat(References.env(template()), References.env(patch(service)))
                .map(variable -> variable.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Deployment> templateAndPatches() throws IOException {
        List<Deployment> all = new ArrayList<>();
        all.add(template());
        for (String service : House.services().toList()) {
            all.add(patch(service));
        }
        return all;
    }

    private static Deployment template() throws IOException {
        return House.read(House.BASE.resolve("service/deployment.yaml"), Deployment.class);
    }

    private static Deployment patch(String service) throws IOException {
        return House.read(House.BASE.resolve(service + "/deployment.yaml"), Deployment.class);
    }

    private static Container container(String service) throws IOException {
        return References.pod(patch(service)).getContainers().getFirst();
    }
}
