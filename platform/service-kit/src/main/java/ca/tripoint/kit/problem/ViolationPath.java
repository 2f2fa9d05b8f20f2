package ca.tripoint.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bean Validation's path to a value, as the caller would write it: without the method, with the parameter's name in the request. */
final class ViolationPath {

    private ViolationPath() {}

    static FieldPath of(ConstraintViolation<?> violation) {
        FieldPath path = new FieldPath();
        Path.@Nullable MethodNode method = null;
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD -> method = node.as(Path.MethodNode.class);
                case PARAMETER ->
                    nameInRequest(violation.getRootBeanClass(), method, node.as(Path.ParameterNode.class))
                            .ifPresent(path::property);
                case PROPERTY, BEAN, CONTAINER_ELEMENT -> step(path, node);
                case CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE -> {}
            }
        }
        return path;
    }

    private static void step(FieldPath path, Path.Node node) {
        if (node.getKey() != null) {
            path.invented(node.getKey().toString());
        } else if (node.isInIterable()) {
            path.element(node.getIndex());
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            path.property(node.getName());
        }
    }

    /** Empty for the body and for what gathers several parameters: their members are named by themselves. */
    private static Optional<String> nameInRequest(
            Class<?> resource, Path.@Nullable MethodNode method, Path.ParameterNode parameter) {
        if (method == null) {
            return Optional.empty();
        }
        Class<?>[] types = method.getParameterTypes().toArray(Class<?>[]::new);
        return Stream.<Class<?>>iterate(resource, type -> type != null, Class::getSuperclass)
                .flatMap(type -> declared(type, method.getName(), types).stream())
                .flatMap(declared -> Stream.of(declared.getParameterAnnotations()[parameter.getParameterIndex()]))
                .flatMap(annotation -> nameIn(annotation).stream())
                .findFirst();
    }

    private static Optional<Method> declared(Class<?> type, String name, Class<?>[] parameters) {
        try {
            return Optional.of(type.getDeclaredMethod(name, parameters));
        } catch (NoSuchMethodException inherited) {
            return Optional.empty();
        }
    }

    private static Optional<String> nameIn(Annotation annotation) {
        return switch (annotation) {
            case QueryParam query -> Optional.of(query.value());
            case HeaderParam header -> Optional.of(header.value());
            case PathParam path -> Optional.of(path.value());
            case CookieParam cookie -> Optional.of(cookie.value());
            case FormParam form -> Optional.of(form.value());
            case MatrixParam matrix -> Optional.of(matrix.value());
            default -> Optional.empty();
        };
    }
}
