package ca.tripoint.triage;

import ca.tripoint.testkit.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

@AnalyzeClasses(packages = "ca.tripoint.triage", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule the_engine_is_pure = ArchRuleDefinition.noClasses()
            .that()
            .resideInAnyPackage(
                    "ca.tripoint.triage.ruleset..", "ca.tripoint.triage.decision..", "ca.tripoint.triage.plan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..", "io.quarkus..", "ca.tripoint.kit..", "java.sql..", "javax.sql..", "java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .because("the same answers come to the same decision, on any day and on any machine");
}
