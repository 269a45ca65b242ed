package polo.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/// Keeps what lies outside `edge` pure: the JDK's values, and itself.
@AnalyzeClasses(packages = "polo.common", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_words_know_only_the_jdks_values_and_each_other =
      classes()
          .that()
          .resideOutsideOfPackage("..edge..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "polo.common",
              "polo.common.document..",
              "polo.common.earth..",
              "polo.common.job..",
              "polo.common.time..",
              "java.lang..",
              "java.time..",
              "java.util..",
              "java.nio.charset..",
              "org.jspecify..")
          .because("they must mean the same without Kafka, JSON, files or sockets");

  @ArchTest
  static final ArchRule the_words_are_told_the_time =
      noClasses()
          .that()
          .resideOutsideOfPackage("..edge..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .because("doing a job again must give the same answer");

  @ArchTest
  static final ArchRule packages_form_no_cycles =
      slices().matching("polo.common.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packages_at_the_edge_form_no_cycles =
      slices().matching("polo.common.edge.(*)..").should().beFreeOfCycles();
}
