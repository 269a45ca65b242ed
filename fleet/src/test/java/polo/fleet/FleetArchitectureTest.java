package polo.fleet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "polo.fleet", importOptions = DoNotIncludeTests.class)
class FleetArchitectureTest {

  @ArchTest
  static final ArchRule all_but_the_entry_point_is_edge =
      classes()
          .that()
          .doNotBelongToAnyOf(Polo.class)
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .resideInAPackage("polo.fleet.edge..");

  @ArchTest
  static final ArchRule reading_files_needs_no_framework =
      noClasses()
          .that()
          .resideInAnyPackage("polo.fleet.edge.files..", "polo.fleet.edge.progress..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "picocli..");

  @ArchTest
  static final ArchRule json_is_jackson_3 =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind..");
}
