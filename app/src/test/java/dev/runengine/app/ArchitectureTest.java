package dev.runengine.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages, over all classes that are shipped. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(
                    location -> !location.contains("-tests.jar")) // what store lends to the tests of this module
            .importPackages("dev.runengine");

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("dev.runengine.(**)").should().beFreeOfCycles());
    }

    @Test
    void coreKnowsNobody() {
        check(classes()
                .that()
                .resideInAPackage("dev.runengine.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.runengine.core..", "java..", "org.jspecify.."));
    }

    @Test
    void runtimeKnowsNoFrameworkAndNoSql() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.runengine.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "java.sql..", "dev.runengine.store..", "dev.runengine.skills.."));
    }

    @Test
    void skillsDoNotSeeTheEngine() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.runengine.skills..", "dev.runengine.campaign..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.runengine.runtime..", "dev.runengine.store..", "dev.runengine.server.."));
    }

    @Test
    void clientAndCommandsSpeakRestOnly() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.runengine.client..", "dev.runengine.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.runengine.core..", "dev.runengine.runtime..", "dev.runengine.store.."));
    }

    @Test
    void springIsConfiguredInOnePlace() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.runengine.server.wiring..")
                .should()
                .beAnnotatedWith("org.springframework.context.annotation.Configuration"));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
