package dev.lectern.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The directions of the house: who may know whom. ARCHITECTURE.md draws them. */
class HouseRulesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.lectern");

    @Test
    void theCoreKnowsNeitherAdaptersNorProgram() {
        holds(noClasses()
                .that(areInCore())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.lectern.adapters..", "dev.lectern.app..", "dev.lectern.testkit.."));
    }

    @Test
    void adaptersDoNotKnowTheProgram() {
        holds(noClasses()
                .that()
                .resideInAPackage("dev.lectern.adapters..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.lectern.app..", "dev.lectern.testkit.."));
    }

    @Test
    void insideTheCoreEachRoomLooksDownOnly() {
        List<String> rooms = List.of("engine", "recipe", "stage", "kind", "prompt", "model", "corpus", "sample");
        mayNotKnow("recipe", List.of("engine", "report"));
        mayNotKnow("stage", List.of("engine", "recipe", "report", "export"));
        mayNotKnow("kind", List.of("engine", "recipe", "stage", "export", "report"));
        for (String room : List.of("prompt", "model", "corpus", "sample")) {
            mayNotKnow(room, List.of("engine", "recipe", "stage", "kind", "export", "report"));
        }
        for (String leaf : List.of("text", "check", "learn", "select", "redact")) {
            mayNotKnow(leaf, rooms);
            mayNotKnow(leaf, List.of("export", "report"));
        }
    }

    @Test
    void aBuildGoesFromOptionsOverWhatStandsReadyToWhatIsTold() {
        List<String> rooms = List.of("options", "prepare", "tell", "plan");
        for (int room = 0; room < rooms.size(); room++) {
            mayNotKnow(rooms.get(room), rooms.subList(room + 1, rooms.size()));
        }
        for (String below :
                List.of("engine", "recipe", "stage", "report", "export", "ingest", "index", "aim", "people")) {
            mayNotKnow(below, rooms);
        }
    }

    @Test
    void limitsPricesAndBatchesKnowNothingOfHowCallsAreMade() {
        for (String below : List.of("model.limit", "model.price", "model.batch")) {
            mayNotKnow(below, List.of("model.call", "stage", "engine"));
        }
    }

    @Test
    void samplesAreMadeOfNothingOfOurs() {
        holds(noClasses()
                .that()
                .resideInAPackage("dev.lectern.sample..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours",
                        (JavaClass type) -> type.getPackageName().startsWith("dev.lectern")
                                && !type.getPackageName().startsWith("dev.lectern.sample"))));
    }

    @Test
    void noStageKnowsAnother() {
        holds(slices().matching("dev.lectern.stage.(*)..").should().notDependOnEachOther());
    }

    @Test
    void noPackagesGoRoundInCircles() {
        holds(slices().matching("dev.lectern.(**)").should().beFreeOfCycles());
    }

    @Test
    void nobodyImportsTheFrontDoorFromInside() {
        holds(noClasses()
                .that()
                .resideInAPackage("dev.lectern.*..")
                .and()
                .resideOutsideOfPackages("dev.lectern.app..", "dev.lectern.bench..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are the front door",
                        (JavaClass type) -> type.getPackageName().equals("dev.lectern"))));
    }

    @Test
    void onlyTheProgramPrintsAndExits() {
        DescribedPredicate<JavaClass> others = DescribedPredicate.describe(
                "are neither program nor benchmark",
                type -> !type.getPackageName().startsWith("dev.lectern.app")
                        && !type.getPackageName().startsWith("dev.lectern.bench"));
        holds(noClasses().that(others).should().accessField(System.class, "out"));
        holds(noClasses().that(others).should().accessField(System.class, "err"));
        holds(noClasses().that(others).should().callMethod(System.class, "exit", int.class));
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        TreeSet<String> unmarked = new TreeSet<>();
        HOUSE.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(room -> !room.getName().startsWith("dev.lectern.bench.generated"))
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .forEach(unmarked::add);
        assertThat(unmarked)
                .as("packages without a package-info that says @NullMarked")
                .isEmpty();
    }

    @Test
    void stagesAreRecordsSoThatTheyCanBeSavedAndCompared() {
        holds(classes()
                .that()
                .implement("dev.lectern.stage.Stage")
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .allowEmptyShould(true));
    }

    private static void mayNotKnow(String room, List<String> others) {
        String[] packages =
                others.stream().map(other -> "dev.lectern." + other + "..").toArray(String[]::new);
        holds(noClasses()
                .that()
                .resideInAPackage("dev.lectern." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true));
    }

    private static DescribedPredicate<JavaClass> areInCore() {
        return DescribedPredicate.describe(
                "are in the core",
                type -> List.of("adapters", "app", "testkit", "bench", "spark").stream()
                        .noneMatch(module -> type.getPackageName().startsWith("dev.lectern." + module)));
    }

    private static void holds(ArchRule rule) {
        rule.check(HOUSE);
    }
}
