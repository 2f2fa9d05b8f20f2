package ca.tripoint.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The production overlay as {@code kubectl apply -k} would send it. Skipped, with the reason, where kubectl is missing. */
class RenderedProductionTest {

    private static Optional<String> obstacle = Optional.empty();
    private static List<Object> rendered = List.of();

    static Stream<String> services() throws IOException {
        return House.services();
    }

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        obstacle = Kubectl.obstacle();
        if (obstacle.isEmpty()) {
            rendered = StrictYaml.parse(Kubectl.render(House.PRODUCTION));
        }
    }

    /** Before each, so that every promise that was not checked is reported as skipped. */
    @BeforeEach
    void only_what_was_rendered_can_be_checked() {
        assumeTrue(obstacle.isEmpty(), () -> "The overlay was not rendered: " + obstacle.orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_keeps_every_promise(String service) {
        assertThat(Hardening.flaws(only(Deployment.class, service))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_is_told_all_that_it_needs(String service) throws IOException {
        Deployment deployment = only(Deployment.class, service);
        Set<String> told = References.env(deployment)
                .map(variable -> variable.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        References.configMaps(deployment)
                .forEach(name ->
                        told.addAll(only(ConfigMap.class, name).getData().keySet()));

        assertThat(told).containsAll(Needs.of(service));
        assertThat(References.configMapKeys(deployment)).allSatisfy(reference -> {
            String[] nameAndKey = reference.split("/");
            assertThat(only(ConfigMap.class, nameAndKey[0]).getData()).containsKey(nameAndKey[1]);
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_is_reached_spread_and_protected_by_its_own_name(String service) {
        Deployment deployment = only(Deployment.class, service);
        Map<String, String> name = Map.of("app.kubernetes.io/name", service);

        assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels()).containsAllEntriesOf(name);
        assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(name);
        assertThat(References.pod(deployment).getTopologySpreadConstraints())
                .allSatisfy(spread ->
                        assertThat(spread.getLabelSelector().getMatchLabels()).isEqualTo(name));
        assertThat(only(Service.class, service).getSpec().getSelector()).isEqualTo(name);
        assertThat(only(PodDisruptionBudget.class, service)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_answers_at_port_80_of_its_name_and_runs_as_its_own_account(String service) {
        assertThat(only(Service.class, service).getSpec().getPorts())
                .singleElement()
                .satisfies(port -> {
                    assertThat(port.getPort()).isEqualTo(80);
                    assertThat(port.getTargetPort()).isEqualTo(new IntOrString("http"));
                });
        assertThat(References.pod(only(Deployment.class, service)).getServiceAccountName())
                .isEqualTo(only(ServiceAccount.class, service).getMetadata().getName());
    }

    @ParameterizedTest
    @MethodSource("services")
    void an_image_has_a_registry_and_a_version(String service) {
        assertThat(References.pod(only(Deployment.class, service)).getContainers())
                .allSatisfy(container -> assertThat(container.getImage())
                        .matches("[^/]+\\.[^/]+/tripoint/" + service + "(:(?!latest)[\\w.-]+|@sha256:[0-9a-f]{64})"));
    }

    @Test
    void all_of_it_lives_in_a_namespace_that_refuses_weak_pods() {
        Namespace namespace = only(Namespace.class, "tripoint");

        assertThat(namespace.getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        assertThat(rendered)
                .filteredOn(object -> !(object instanceof Namespace))
                .allSatisfy(object -> assertThat(
                                ((HasMetadata) object).getMetadata().getNamespace())
                        .isEqualTo("tripoint"));
    }

    @Test
    void all_traffic_is_denied_before_some_is_allowed() {
        NetworkPolicy denyAll = only(NetworkPolicy.class, "deny-all");

        assertThat(denyAll.getSpec().getPodSelector().getMatchLabels()).isEmpty();
        assertThat(denyAll.getSpec().getPodSelector().getMatchExpressions()).isEmpty();
        assertThat(denyAll.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(denyAll.getSpec().getIngress()).isEmpty();
        assertThat(denyAll.getSpec().getEgress()).isEmpty();
    }

    @Test
    void booking_may_fetch_the_keys_exactly_where_their_owners_listen() {
        NetworkPolicy toKeys = only(NetworkPolicy.class, "allow-booking-to-published-keys");

        assertThat(toKeys.getSpec().getEgress()).allSatisfy(rule -> {
            String owner =
                    rule.getTo().getFirst().getPodSelector().getMatchLabels().get("app.kubernetes.io/name");
            int port = References.pod(only(Deployment.class, owner))
                    .getContainers()
                    .getFirst()
                    .getPorts()
                    .getFirst()
                    .getContainerPort();
            assertThat(rule.getPorts())
                    .singleElement()
                    .satisfies(allowed -> assertThat(allowed.getPort()).isEqualTo(new IntOrString(port)));
            assertThat(keyLocationsOfBooking()).contains("http://" + owner + "/.well-known/jwks.json");
        });
        assertThat(toKeys.getSpec().getEgress()).hasSize(2);
    }

    private static List<String> keyLocationsOfBooking() {
        return References.env(only(Deployment.class, "booking-service"))
                .filter(variable -> variable.getName().endsWith("_JWKS_URL"))
                .map(variable -> variable.getValue())
                .toList();
    }

    private static <T extends HasMetadata> T only(Class<T> kind, String name) {
        List<T> found = rendered.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(object -> object.getMetadata().getName().equals(name))
                .toList();
        assertThat(found).as(kind.getSimpleName() + " " + name).hasSize(1);
        return found.getFirst();
    }
}
