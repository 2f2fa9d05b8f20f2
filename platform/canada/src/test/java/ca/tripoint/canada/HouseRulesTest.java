package ca.tripoint.canada;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ca.tripoint.canada.table.ReferenceTable;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRulesProvider;
import java.util.Calendar;
import java.util.Date;
import java.util.TimeZone;

@AnalyzeClasses(packagesOf = HouseRulesTest.class, importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    /** The runtime's rules are stale on most machines; nobody here may ask for them, the clock package included. */
    @ArchTest
    static final ArchRule the_runtimes_time_zone_rules_are_not_used = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ZonedDateTime.class, ZoneRulesProvider.class, TimeZone.class, Calendar.class, Date.class)
            .orShould()
            .callMethod(ZoneId.class, "getRules")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(LocalDateTime.class, "atZone", ZoneId.class)
            .orShould()
            .callMethod(LocalDateTime.class, "ofInstant", Instant.class, ZoneId.class)
            .orShould()
            .callMethod(LocalDate.class, "ofInstant", Instant.class, ZoneId.class)
            .orShould()
            .callMethod(LocalDate.class, "atStartOfDay", ZoneId.class)
            .orShould()
            .callMethod(Instant.class, "atZone", ZoneId.class);

    @ArchTest
    static final ArchRule nothing_here_asks_what_time_it_is = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule joda_is_a_source_of_time_zone_data_and_nothing_else = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("ca.tripoint.canada.clock.TimeZoneData")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.joda..");

    @ArchTest
    static final ArchRule it_is_pure_java = noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "org.joda.time..", "org.jspecify..", "ca.tripoint.canada..");

    @ArchTest
    static final ArchRule a_table_knows_nothing_of_what_it_holds = noClasses()
            .that()
            .resideInAPackage(ReferenceTable.class.getPackageName())
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "org.jspecify..", ReferenceTable.class.getPackageName());

    @ArchTest
    static final ArchRule features_do_not_depend_on_each_other_in_a_circle = SlicesRuleDefinition.slices()
            .matching("ca.tripoint.canada.(*)..")
            .should()
            .beFreeOfCycles();
}
