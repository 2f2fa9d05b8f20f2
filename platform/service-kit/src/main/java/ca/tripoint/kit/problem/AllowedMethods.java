package ca.tripoint.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which methods a path offers, read from the resources: RFC 9110 wants them told with a 405, and the framework does not. */
@ApplicationScoped
class AllowedMethods {

    /** {@code {id}}, or {@code {id: [0-9]{4}}} with an expression of its own. */
    private static final Pattern PARAMETER = Pattern.compile("\\{[^{}:]+(?::((?:[^{}]|\\{[^{}]*})+))?}");

    private record Operation(Pattern path, String method) {}

    private final BeanManager beans;
    private @Nullable List<Operation> operations;

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    /** As the value of an {@code Allow} header. */
    String of(String path) {
        TreeSet<String> methods = new TreeSet<>();
        for (Operation operation : operations()) {
            if (operation.path().matcher(path).matches()) {
                methods.add(operation.method());
                if (operation.method().equals(HttpMethod.GET)) {
                    methods.add(HttpMethod.HEAD);
                }
            }
        }
        return String.join(", ", methods);
    }

    private synchronized List<Operation> operations() {
        if (operations == null) {
            operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .<Class<?>>map(bean -> bean.getBeanClass())
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(AllowedMethods::operationsOf)
                    .toList();
        }
        return operations;
    }

    private static Stream<Operation> operationsOf(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method ->
                        httpMethodOf(method)
                                .map(name -> new Operation(pattern(root, method.getAnnotation(Path.class)), name))
                                .stream());
    }

    private static Optional<String> httpMethodOf(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static Pattern pattern(String root, @Nullable Path own) {
        String template = ("/" + root + "/" + (own == null ? "" : own.value()))
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
        StringBuilder pattern = new StringBuilder();
        int literal = 0;
        for (Matcher parameter = PARAMETER.matcher(template); parameter.find(); literal = parameter.end()) {
            pattern.append(Pattern.quote(template.substring(literal, parameter.start())));
            pattern.append(
                    parameter.group(1) == null
                            ? "[^/]+"
                            : "(?:" + parameter.group(1).strip() + ")");
        }
        return Pattern.compile(pattern + Pattern.quote(template.substring(literal)) + "/?");
    }
}
