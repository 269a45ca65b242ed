package polo.images;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.time.Instant;

/// Keeps the core pure: everything outside `edge`, except the main class, knows only the JDK's
/// values, the shared words and itself.
@AnalyzeClasses(packages = "polo.images", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_core_knows_only_the_jdk_the_shared_words_and_itself =
      classes()
          .that()
          .resideOutsideOfPackage("..edge..")
          .and()
          .areNotAssignableTo(ImagesWorker.class)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "polo.images..",
              "polo.common.document..",
              "polo.common.earth..",
              "polo.common.job..",
              "polo.common.time..",
              "java.lang..",
              "java.time..",
              "java.util..",
              "java.nio.charset..",
              "org.jspecify..")
          .because("facts and plans must be the same wherever they are made");

  @ArchTest
  static final ArchRule the_core_does_not_know_the_edge =
      core().should().dependOnClassesThat().resideInAPackage("..edge..");

  @ArchTest
  static final ArchRule the_core_is_told_the_time =
      core()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .because("doing a job again must give the same answer");

  @ArchTest
  static final ArchRule packages_form_no_cycles =
      slices().matching("polo.images.(*)..").should().beFreeOfCycles();

  private static GivenClassesConjunction core() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("..edge..")
        .and()
        .areNotAssignableTo(ImagesWorker.class);
  }
}
