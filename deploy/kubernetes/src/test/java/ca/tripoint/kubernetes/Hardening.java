package ca.tripoint.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What every deployment promises, whichever service it runs. */
final class Hardening {

    private final List<String> flaws = new ArrayList<>();

    private Hardening() {}

    /** The broken promises in words; none is what we want. */
    static List<String> flaws(Deployment deployment) {
        Hardening hardening = new Hardening();
        hardening.rollout(deployment);
        PodSpec pod = deployment.getSpec().getTemplate().getSpec();
        hardening.pod(pod);
        pod.getContainers().forEach(hardening::container);
        pod.getInitContainers().forEach(hardening::container);
        return hardening.flaws;
    }

    private void rollout(Deployment deployment) {
        RollingUpdateDeployment rolling = deployment.getSpec().getStrategy().getRollingUpdate();
        promise(deployment.getSpec().getReplicas() >= 2, "runs at least twice");
        promise(new IntOrString(0).equals(rolling.getMaxUnavailable()), "never has fewer pods during a rollout");
    }

    private void pod(PodSpec pod) {
        PodSecurityContext security = Objects.requireNonNullElseGet(pod.getSecurityContext(), PodSecurityContext::new);
        promise(!pod.getContainers().isEmpty(), "has a container");
        promise(Boolean.TRUE.equals(security.getRunAsNonRoot()), "refuses to run as root");
        promise(security.getRunAsUser() != null && security.getRunAsUser() > 0, "names a user that is not root");
        promise(
                security.getSeccompProfile() != null
                        && "RuntimeDefault".equals(security.getSeccompProfile().getType()),
                "has seccomp profile RuntimeDefault");
        promise(Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()), "mounts no service account token");
        promise(Boolean.FALSE.equals(pod.getEnableServiceLinks()), "gets no variables named after other services");
        promise(
                pod.getHostNetwork() == null && pod.getHostPID() == null && pod.getHostIPC() == null,
                "shares nothing with its node");
        promise(pod.getVolumes().stream().allMatch(volume -> volume.getHostPath() == null), "mounts no host path");
        promise(!pod.getTopologySpreadConstraints().isEmpty(), "is spread over nodes");
    }

    private void container(Container container) {
        SecurityContext security = Objects.requireNonNullElseGet(container.getSecurityContext(), SecurityContext::new);
        promise(Boolean.TRUE.equals(security.getReadOnlyRootFilesystem()), "has a read-only root filesystem");
        promise(Boolean.FALSE.equals(security.getAllowPrivilegeEscalation()), "cannot gain privileges");
        promise(!Boolean.TRUE.equals(security.getPrivileged()), "is not privileged");
        promise(
                security.getRunAsUser() == null && security.getRunAsNonRoot() == null,
                "leaves the choice of user to the pod");
        promise(
                security.getCapabilities() != null
                        && security.getCapabilities().getDrop().equals(List.of("ALL"))
                        && security.getCapabilities().getAdd().isEmpty(),
                "drops all capabilities");
        promise(
                container.getVolumeMounts().stream()
                        .allMatch(mount ->
                                mount.getMountPath().equals("/tmp") || Boolean.TRUE.equals(mount.getReadOnly())),
                "writes to /tmp alone");
        probe("startup", container.getStartupProbe(), "/q/health/started");
        probe("readiness", container.getReadinessProbe(), "/q/health/ready");
        probe("liveness", container.getLivenessProbe(), "/q/health/live");
        resources(container.getResources());
    }

    private void probe(String name, Probe probe, String path) {
        promise(
                probe != null
                        && probe.getHttpGet() != null
                        && path.equals(probe.getHttpGet().getPath())
                        && new IntOrString("http").equals(probe.getHttpGet().getPort()),
                "has its " + name + " probe at " + path + " on port http");
    }

    private void resources(ResourceRequirements resources) {
        Set<String> counted = Set.of("cpu", "memory", "ephemeral-storage");
        promise(
                resources != null
                        && resources.getRequests().keySet().containsAll(counted)
                        && resources.getLimits().keySet().containsAll(counted),
                "requests and limits " + counted);
        promise(
                resources != null && sameMemory(resources.getRequests(), resources.getLimits()),
                "gets the memory it may use");
    }

    private static <T> boolean sameMemory(Map<String, T> requests, Map<String, T> limits) {
        return Objects.equals(requests.get("memory"), limits.get("memory"));
    }

    private void promise(boolean kept, String promise) {
        if (!kept) {
            flaws.add("broken promise: " + promise);
        }
    }
}
