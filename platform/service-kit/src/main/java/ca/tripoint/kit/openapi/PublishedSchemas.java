package ca.tripoint.kit.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Says of every record what its Java says: which members may be null ({@link Nullable}), and that all others of an answer are
 * always there. A JSON node is any JSON; a problem has a {@code code} and the faults that {@code docs/problems.md} describes.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class PublishedSchemas implements OASFilter {

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    /** Ours is always NON_NULL: what is null is not there. */
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final String REFERENCE = "#/components/schemas/";
    private static final String JSON_NODE = "JsonNode";
    private static final String PROBLEM = "HttpProblem";

    private final IndexView index;

    public PublishedSchemas(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = new HashMap<>(document.getComponents().getSchemas());
        Map<String, List<ClassInfo>> records = records();
        Set<String> sent = sent(document, schemas);
        schemas.forEach((name, schema) ->
                record(name, schema, records).ifPresent(type -> complete(schema, type, sent.contains(name))));
        anyJson(document, schemas);
        problem(document, schemas);
    }

    /** Our records by the name their schema has, or would have. */
    private Map<String, List<ClassInfo>> records() {
        Map<String, List<ClassInfo>> records = new HashMap<>();
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord() && type.name().toString().startsWith("ca.tripoint.")) {
                AnnotationInstance named = type.declaredAnnotation(SCHEMA);
                AnnotationValue name = named == null ? null : named.value("name");
                records.computeIfAbsent(name == null ? type.simpleName() : name.asString(), any -> new ArrayList<>())
                        .add(type);
            }
        }
        return records;
    }

    /** Of several records of a name the one that has these members; a generic record's schema is named after what it is made of. */
    private static Optional<ClassInfo> record(String name, Schema schema, Map<String, List<ClassInfo>> records) {
        if (schema.getProperties() == null) {
            return Optional.empty();
        }
        Stream<ClassInfo> named = records.getOrDefault(name, List.of()).stream();
        Stream<ClassInfo> generic = records.values().stream()
                .flatMap(List::stream)
                .filter(type -> !type.typeParameters().isEmpty() && name.startsWith(type.simpleName()));
        return Stream.concat(named, generic)
                .filter(type -> members(type).equals(schema.getProperties().keySet()))
                .findFirst();
    }

    private static Set<String> members(ClassInfo type) {
        return type.recordComponentsInDeclarationOrder().stream()
                .map(RecordComponentInfo::name)
                .collect(Collectors.toSet());
    }

    private static void complete(Schema schema, ClassInfo type, boolean sent) {
        for (RecordComponentInfo member : type.recordComponentsInDeclarationOrder()) {
            Schema property = schema.getProperties().get(member.name());
            if (property != null) {
                boolean nullable = member.type().hasAnnotation(NULLABLE);
                boolean leftOut = nullable && (type.hasDeclaredAnnotation(INCLUDE) || member.hasAnnotation(INCLUDE));
                if (nullable && !leftOut) {
                    schema.addProperty(member.name(), orNull(property));
                }
                boolean always = sent ? member.type().kind() == Type.Kind.PRIMITIVE : !leftOut;
                if (always && !requires(schema, member.name())) {
                    schema.addRequired(member.name());
                }
            }
        }
    }

    private static boolean requires(Schema schema, String property) {
        return schema.getRequired() != null && schema.getRequired().contains(property);
    }

    private static Schema orNull(Schema schema) {
        if (schema.getAll().isEmpty() || (REFERENCE + JSON_NODE).equals(schema.getRef())) {
            return schema;
        }
        if (schema.getType() != null && schema.getEnumeration() == null) {
            return schema.getType().contains(SchemaType.NULL) ? schema : schema.addType(SchemaType.NULL);
        }
        Schema none = OASFactory.createSchema().addType(SchemaType.NULL);
        return OASFactory.createSchema().anyOf(List.of(schema, none));
    }

    /** Names of what callers send: there the validation annotations say what is required. */
    private static Set<String> sent(OpenAPI document, Map<String, Schema> schemas) {
        List<Schema> open = new ArrayList<>(operations(document)
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation ->
                        Stream.ofNullable(operation.getRequestBody().getContent()))
                .flatMap(content -> content.getMediaTypes().values().stream())
                .flatMap(media -> Stream.ofNullable(media.getSchema()))
                .toList());
        Set<String> names = new HashSet<>();
        while (!open.isEmpty()) {
            Schema schema = open.removeLast();
            String reference = schema.getRef();
            if (reference != null && reference.startsWith(REFERENCE)) {
                String name = reference.substring(REFERENCE.length());
                if (names.add(name) && schemas.containsKey(name)) {
                    open.add(schemas.get(name));
                }
            }
            open.addAll(parts(schema));
        }
        return names;
    }

    private static List<Schema> parts(Schema schema) {
        return Stream.of(
                        Stream.ofNullable(schema.getProperties()).flatMap(properties -> properties.values().stream()),
                        Stream.ofNullable(schema.getItems()),
                        Stream.ofNullable(schema.getAdditionalPropertiesSchema()),
                        Stream.ofNullable(schema.getAllOf()).flatMap(Collection::stream),
                        Stream.ofNullable(schema.getAnyOf()).flatMap(Collection::stream),
                        Stream.ofNullable(schema.getOneOf()).flatMap(Collection::stream))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths() == null
                ? Stream.of()
                : document.getPaths().getPathItems().values().stream()
                        .flatMap(path -> path.getOperations().values().stream());
    }

    /** The scanner takes the getters of Jackson's class for members. */
    private static void anyJson(OpenAPI document, Map<String, Schema> schemas) {
        if (schemas.containsKey(JSON_NODE)) {
            document.getComponents()
                    .addSchema(JSON_NODE, OASFactory.createSchema().description("Any JSON value."));
            document.getComponents().removeSchema("JsonNodeType");
        }
    }

    private static void problem(OpenAPI document, Map<String, Schema> schemas) {
        Schema problem = schemas.get(PROBLEM);
        if (problem == null) {
            return;
        }
        Schema fault = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("Which part of the request is at fault, and how: `field` or `questionId` is given.")
                .addProperty("field", text("Path into the body, or the name of a parameter or header."))
                .addProperty("questionId", text("A question of the questionnaire."))
                .addProperty("code", text("What is wrong with it."))
                .addRequired("code");
        problem.description("A problem document (RFC 9457). Write clients against `code`.")
                .addProperty("code", text("What happened, in one stable word.").examples(List.of("validation-failed")))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(fault));
        for (String always : List.of("type", "title", "status", "detail", "code")) {
            problem.addRequired(always);
        }
        document.getComponents().removeSchema("HttpValidationProblem");
        document.getComponents().removeSchema("Violation");
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
