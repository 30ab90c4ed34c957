package org.deltaworks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Source arrows point inward, to the domain. The table below is the architecture. */
class ArrowsTest {
  private static final String ROOT = "org.deltaworks.";

  /** Which of our own packages each package may know, besides itself. */
  private static final Map<String, List<String>> MAY_KNOW = new LinkedHashMap<>();

  static {
    MAY_KNOW.put("domain", List.of());
    MAY_KNOW.put("platform", List.of("domain"));
    MAY_KNOW.put("format", List.of("domain", "platform"));
    MAY_KNOW.put("text", List.of("domain", "platform", "format"));
    MAY_KNOW.put("corpus", List.of("domain", "platform", "format"));
    MAY_KNOW.put("catalog", List.of("domain", "platform", "format"));
    MAY_KNOW.put("hub", List.of("domain", "platform", "format"));
    MAY_KNOW.put("engine", List.of("domain", "platform", "format"));
    MAY_KNOW.put("worker.client", List.of("domain", "platform", "worker.protocol"));
    MAY_KNOW.put("worker.protocol", List.of("domain"));
    MAY_KNOW.put(
        "worker.process",
        List.of("domain", "platform", "format", "text", "catalog", "engine", "worker.protocol"));
    MAY_KNOW.put(
        "service",
        List.of("domain", "platform", "format", "text", "corpus", "hub", "worker.client"));
    MAY_KNOW.put("cli", List.of("domain", "platform", "service"));
    MAY_KNOW.put("ui", List.of("domain", "service"));
    MAY_KNOW.put(
        "app",
        List.of(
            "domain",
            "platform",
            "format",
            "text",
            "corpus",
            "catalog",
            "hub",
            "worker",
            "service",
            "cli",
            "ui"));
  }

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.deltaworks");

  @Test
  void thereIsSomethingToCheck() {
    assertThat(CLASSES.size()).isGreaterThan(30);
  }

  @Test
  void everyPackageKnowsOnlyWhatTheTableAllows() {
    MAY_KNOW.forEach(
        (layer, known) -> {
          List<String> allowed = new ArrayList<>();
          allowed.add(ROOT + layer + "..");
          known.forEach(k -> allowed.add(ROOT + k + ".."));
          noClasses()
              .that()
              .resideInAPackage(ROOT + layer + "..")
              .should()
              .dependOnClassesThat(
                  com.tngtech.archunit.base.DescribedPredicate.describe(
                      "are ours but not in " + allowed,
                      c ->
                          c.getPackageName().startsWith("org.deltaworks")
                              && allowed.stream()
                                  .noneMatch(
                                      a ->
                                          com.tngtech.archunit.core.domain.PackageMatcher.of(a)
                                              .matches(c.getPackageName()))))
              .allowEmptyShould(true)
              .check(CLASSES);
        });
  }

  @Test
  void everyPackageIsInTheTable() {
    assertThat(CLASSES.stream().map(c -> c.getPackageName()).distinct())
        .allMatch(
            name ->
                name.equals("org.deltaworks")
                    || MAY_KNOW.keySet().stream()
                        .anyMatch(k -> name.equals(ROOT + k) || name.startsWith(ROOT + k + ".")));
  }

  @Test
  void thereAreNoCirclesBetweenLayers() {
    slices().matching("org.deltaworks.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void thereAreNoCirclesBetweenFeatures() {
    slices().matching("org.deltaworks.(*).(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theDomainKnowsTheJdkOnly() {
    classes()
        .that()
        .resideInAPackage(ROOT + "domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(ROOT + "domain..", "java..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void tensorsLiveInTheEngineOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "engine..", ROOT + "text..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "text..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.djl.ndarray..", "ai.djl.pytorch..", "ai.djl.engine..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void screensKnowNeitherEachOtherNorTheShell() {
    List<String> screens =
        List.of(
            "home",
            "models",
            "datasets",
            "training",
            "runs",
            "adapters",
            "compare",
            "playground",
            "settings");
    for (String screen : screens) {
      for (String other : screens) {
        if (!other.equals(screen)) {
          noClasses()
              .that()
              .resideInAPackage(ROOT + "ui." + screen + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(ROOT + "ui." + other + "..", ROOT + "ui.shell..")
              .allowEmptyShould(true)
              .check(CLASSES);
        }
      }
    }
  }

  @Test
  void thePlatformThreadIsReachedThroughOneBridge() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "ui.fx..", ROOT + "app..")
        .should()
        .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void nothingIsCalledUtil() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..", "..common..", "..helper..", "..misc..", "..impl..", "..manager..")
        .check(CLASSES);
  }
}
