package polo.geo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/// Keeps the core pure: everything outside `edge`, except the main class, knows only values, itself
/// and the pure words of `polo.common`.
@AnalyzeClasses(packages = "polo.geo", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_core_knows_only_values_and_itself =
      classes()
          .that()
          .resideOutsideOfPackage("..edge..")
          .and()
          .areNotAssignableTo(GeoWorker.class)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "polo.geo..",
              "polo.common.document",
              "polo.common.earth",
              "polo.common.job",
              "polo.common.time",
              "java.lang..",
              "java.time..",
              "java.util..",
              "java.nio.charset",
              "org.jspecify..")
          .because("the algorithms must run without Spring, Kafka, files or sockets");

  @ArchTest
  static final ArchRule the_core_does_not_know_the_edge =
      core().should().dependOnClassesThat().resideInAPackage("..edge..");

  @ArchTest
  static final ArchRule the_core_is_told_the_time =
      core()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .because("the same fixes must give the same timeline at any time");

  @ArchTest
  static final ArchRule the_core_takes_no_chances =
      core()
          .should()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
          .because("the same fixes must give the same timeline every time");

  @ArchTest
  static final ArchRule packages_form_no_cycles =
      slices().matching("polo.geo.(*)..").should().beFreeOfCycles();

  private static GivenClassesConjunction core() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("..edge..")
        .and()
        .areNotAssignableTo(GeoWorker.class);
  }
}
