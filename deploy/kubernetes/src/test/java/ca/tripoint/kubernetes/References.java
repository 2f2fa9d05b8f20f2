package ca.tripoint.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a deployment expects to find beside it, written {@code name/key}. */
final class References {

    private References() {}

    static Set<String> secretKeys(Deployment deployment) {
        Stream<String> variables = env(deployment)
                .map(EnvVar::getValueFrom)
                .filter(Objects::nonNull)
                .map(from -> from.getSecretKeyRef())
                .filter(Objects::nonNull)
                .map(ref -> ref.getName() + "/" + ref.getKey());
        Stream<String> files = pod(deployment).getVolumes().stream()
                .map(volume -> volume.getSecret())
                .filter(Objects::nonNull)
                .flatMap(
                        secret -> secret.getItems().stream().map(item -> secret.getSecretName() + "/" + item.getKey()));
        return Stream.concat(variables, files).collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> configMapKeys(Deployment deployment) {
        return env(deployment)
                .map(EnvVar::getValueFrom)
                .filter(Objects::nonNull)
                .map(from -> from.getConfigMapKeyRef())
                .filter(Objects::nonNull)
                .map(ref -> ref.getName() + "/" + ref.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The config maps read whole. */
    static Set<String> configMaps(Deployment deployment) {
        return containers(deployment)
                .flatMap(container -> container.getEnvFrom().stream())
                .map(from -> from.getConfigMapRef().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<EnvVar> env(Deployment deployment) {
        return containers(deployment).flatMap(container -> container.getEnv().stream());
    }

    static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    private static Stream<Container> containers(Deployment deployment) {
        return Stream.concat(pod(deployment).getContainers().stream(), pod(deployment).getInitContainers().stream());
    }
}
