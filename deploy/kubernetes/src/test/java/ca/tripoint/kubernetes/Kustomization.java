package ca.tripoint.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of kustomize's language that our files speak; a word that is not listed here does not parse. */
record Kustomization(
        String apiVersion,
        String kind,
        @Nullable String namespace,
        @Nullable String namePrefix,
        List<Labels> labels,
        List<String> resources,
        List<Patch> patches,
        List<Generated> configMapGenerator,
        List<Image> images) {

    record Labels(Map<String, String> pairs, boolean includeSelectors, boolean includeTemplates) {}

    record Patch(String path) {}

    record Generated(String name, List<String> envs) {}

    record Image(String name, String newName, String newTag) {}

    Kustomization {
        labels = orNone(labels);
        resources = orNone(resources);
        patches = orNone(patches);
        configMapGenerator = orNone(configMapGenerator);
        images = orNone(images);
    }

    Stream<String> files() {
        return Stream.of(
                        resources.stream(),
                        patches.stream().map(Patch::path),
                        configMapGenerator.stream().flatMap(generated -> generated.envs().stream()))
                .flatMap(files -> files);
    }

    private static <T> List<T> orNone(List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
