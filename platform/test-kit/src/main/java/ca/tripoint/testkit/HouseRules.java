package ca.tripoint.testkit;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules every module of the house keeps. A module adopts them so:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "ca.tripoint.booking", importOptions = ImportOption.DoNotIncludeTests.class)
 * class HouseRulesTest {
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(HouseRules.class);
 * }
 * }</pre>
 */
public final class HouseRules {
    /** The two places that may touch a real clock or a zone's rules. */
    private static final String[] KEEPERS_OF_TIME = {"ca.tripoint.canada.clock..", "ca.tripoint.kit.time.."};

    private static final Pattern CONVERSION = Pattern.compile("(?i)\\bat\\s+time\\s+zone\\b");

    private static final List<String> SERVICES = List.of("triage", "therapist", "booking", "notification");

    private HouseRules() {}

    @ArchTest
    static final ArchRule now_comes_from_an_injected_clock = noClasses()
            .that()
            .resideOutsideOfPackages(KEEPERS_OF_TIME)
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethodWhere(target(owner(nameMatching("java\\.time\\.(Local|Offset|Year|Month|Zoned).*")))
                    .and(target(name("now"))))
            .orShould()
            .callMethodWhere(target(owner(name("java.time.Clock"))).and(target(nameMatching("system.*|tick.*"))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(java.util.Date.class)
            .because("time is explicit: a test, a replay and a re-projection decide what now is")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule wall_time_goes_through_canada = noClasses()
            .that()
            .resideOutsideOfPackages(KEEPERS_OF_TIME)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.ZonedDateTime")
            .orShould()
            .callMethodWhere(target(owner(nameMatching("java\\.time\\..*"))).and(target(name("atZone"))))
            .orShould()
            .callMethodWhere(
                    target(owner(nameMatching("java\\.time\\.Local.*"))).and(target(name("ofInstant"))))
            .orShould(readTheClockOfAZoneOtherThanUtc())
            .orShould()
            .callMethodWhere(target(owner(name("java.time.ZoneId"))).and(target(name("getRules"))))
            .because("a JDK's zone rules are older than Canada's (docs/architecture.md)")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule folders_are_features = noClasses()
            .should()
            .resideInAnyPackage("..impl..", "..util..", "..utils..", "..dto..", "..dtos..", "..common..", "..helper..")
            .because("a feature is a folder; what has no feature has no folder")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule configuration_explains_itself = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.eclipse.microprofile.config.inject.ConfigProperty")
            .because("a feature has one @ConfigMapping with the reason above each number")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule resources_only_translate = noClasses()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("jakarta\\.persistence\\.EntityManager|javax\\.sql\\.DataSource|java\\.sql\\..*"
                    + "|org\\.hibernate\\..*Session|io\\.agroal\\..*")
            .because("a resource method translates in, calls one use case, translates out")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule features_form_no_cycles =
            slices().matching("ca.tripoint.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_service_knows_another = SERVICES.stream()
            .map(HouseRules::keepsToItself)
            .reduce((first, second) -> CompositeArchRule.of(first).and(second))
            .orElseThrow();

    @ArchTest
    static final ArchRule logs_go_through_the_logger = CompositeArchRule.of(
                    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS)
            .and(GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING)
            .allowEmptyShould(true);

    /** SQL's own idea of a zone is as old as the server. */
    @ArchTest
    static void sql_never_converts_time(JavaClasses ignored) throws IOException {
        sqlNeverConvertsTime(Path.of("src", "main"));
    }

    static void sqlNeverConvertsTime(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(HouseRules::mayHoldSql).toList()) {
                if (CONVERSION.matcher(Files.readString(file)).find()) {
                    throw new AssertionError(file + " converts time in SQL; use ca.tripoint.canada");
                }
            }
        }
    }

    private static boolean mayHoldSql(Path file) {
        return file.toString().endsWith(".sql") || file.toString().endsWith(".java");
    }

    /** Bytecode does not tell which zone a call gets: the same method must name UTC once for each of its calls. */
    private static ArchCondition<JavaClass> readTheClockOfAZoneOtherThanUtc() {
        return new ArchCondition<>("call OffsetDateTime.ofInstant with another zone than ZoneOffset.UTC") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaCodeUnit method : type.getCodeUnits()) {
                    List<JavaMethodCall> calls = method.getMethodCallsFromSelf().stream()
                            .filter(call -> call.getTargetOwner().isEquivalentTo(OffsetDateTime.class)
                                    && call.getName().equals("ofInstant"))
                            .toList();
                    long named = method.getFieldAccesses().stream()
                            .filter(field -> field.getTargetOwner().isEquivalentTo(ZoneOffset.class)
                                    && field.getName().equals("UTC"))
                            .count();
                    for (JavaMethodCall call : calls) {
                        events.add(new SimpleConditionEvent(call, named < calls.size(), call.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchRule keepsToItself(String service) {
        String[] others = SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(other -> "ca.tripoint." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("ca.tripoint." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("services share events and signed facts, never code")
                .allowEmptyShould(true);
    }
}
