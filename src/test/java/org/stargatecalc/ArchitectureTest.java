package org.stargatecalc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which room may know which, and what nobody does. */
class ArchitectureTest {
  private static final String ROOT = "org.stargatecalc";
  private static final Path SOURCES = Path.of("src/main/java/org/stargatecalc");

  private static final Pattern ESCAPE = Pattern.compile("(\\\\u001b|\\\\033|\\u001b)\\[");

  private static final JavaClasses ALL = all();

  /** Of what is not ours its name is enough: it is not read. */
  private static JavaClasses all() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());
  }

  private static final Set<String> MODEL =
      Set.of(
          "quantity",
          "provenance",
          "calendar",
          "uncertainty",
          "catalog",
          "scenario",
          "projection",
          "claim");

  /**
   * What each room may import of ours, by its first package; itself is understood, and how
   * constants are called.
   */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("word", Set.of()),
          Map.entry("quantity", Set.of()),
          Map.entry("provenance", Set.of()),
          Map.entry("calendar", Set.of("quantity")),
          Map.entry("uncertainty", Set.of("quantity")),
          Map.entry("catalog", Set.of("quantity", "provenance", "calendar")),
          Map.entry(
              "scenario", Set.of("quantity", "provenance", "calendar", "uncertainty", "catalog")),
          // the catalogue for what one H100 computes
          Map.entry("projection", Set.of("quantity", "calendar", "scenario", "catalog")),
          Map.entry("claim", Set.of("quantity", "provenance", "calendar", "projection")),
          // quantities for their messages
          Map.entry("tree", Set.of("quantity")),
          // the display form of a metric is that of its unit
          Map.entry("field", Set.of("projection")),
          Map.entry("workbook", Set.of()),
          // an answer as it is saved, read back and compared
          Map.entry("result", and(MODEL, "tree", "field")),
          // what a result is expected to be
          Map.entry("expression", and(MODEL, "result", "tree")),
          Map.entry("analysis", and(MODEL, "result", "expression")),
          Map.entry("input", and(MODEL, "expression", "tree")),
          // values in a record of the user's are written as in a scenario
          Map.entry(
              "data",
              and(
                  Set.of("quantity", "provenance", "calendar", "uncertainty"),
                  "catalog",
                  "tree",
                  "input")),
          // the same data as the tables, and no format
          Map.entry("chart", and(MODEL, "result", "analysis")),
          Map.entry(
              "report",
              and(MODEL, "field", "result", "expression", "analysis", "chart", "workbook")),
          Map.entry(
              "render", Set.of("field", "report", "chart", "workbook", "quantity", "calendar")),
          Map.entry(
              "draws",
              and(MODEL, "field", "result", "analysis", "tree", "input", "report", "render")),
          Map.entry(
              "cli",
              and(
                  MODEL,
                  "tree",
                  "field",
                  "result",
                  "expression",
                  "analysis",
                  "input",
                  "data",
                  "draws",
                  "chart",
                  "report",
                  "render")),
          Map.entry("", Set.of("cli")));

  /**
   * Which libraries a room may use, by package prefix; annotations for nulls are allowed to all.
   */
  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "uncertainty", Set.of("org.apache.commons.math3."),
          "analysis", Set.of("org.apache.commons.math3."),
          "tree", Set.of("tools.jackson.", "org.snakeyaml.", "de.siegmar.fastcsv."),
          "render.csv", Set.of("de.siegmar.fastcsv."),
          "render.json", Set.of("tools.jackson.core."),
          "cli", Set.of("picocli."));

  private static Set<String> and(Set<String> set, String... more) {
    Set<String> all = new TreeSet<>(set);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  // ---- rooms ----

  @Test
  void everyPackageIsARoomOfTheHouse() {
    Set<String> rooms = new TreeSet<>();
    ALL.forEach(c -> rooms.add(room(c)));
    assertThat(MAY_IMPORT.keySet()).containsAll(rooms);
  }

  static Stream<String> rooms() {
    return MAY_IMPORT.keySet().stream().sorted();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rooms")
  void aRoomImportsOnlyWhatItMayKnow(String room) {
    List<String> faults = new ArrayList<>();
    for (JavaClass origin : ALL) {
      if (room(origin).equals(room)) {
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (target.getPackageName().startsWith(ROOT)
              && !room(target).equals(room)
              && !room(target).equals("word")
              && !MAY_IMPORT.get(room).contains(room(target))) {
            faults.add(dependency.getDescription());
          }
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void librariesStayInTheirRooms() {
    List<String> faults = new ArrayList<>();
    for (JavaClass origin : ALL) {
      String name = origin.getPackageName();
      for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getName();
        boolean known =
            !target.contains(".")
                || target.startsWith("java.")
                || target.startsWith(ROOT)
                || target.startsWith("org.jspecify.annotations.")
                || MAY_USE.entrySet().stream()
                    .filter(rule -> (name + ".").startsWith(ROOT + "." + rule.getKey() + "."))
                    .anyMatch(rule -> rule.getValue().stream().anyMatch(target::startsWith));
        if (!known) {
          faults.add(dependency.getDescription());
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  /** Since each room imports only what it may, there is none if what they may has none. */
  @Test
  void noRoomsFormACycle() {
    Map<String, Set<String>> left = new TreeMap<>(MAY_IMPORT);
    boolean isLess = true;
    while (isLess) {
      Set<String> rooms = Set.copyOf(left.keySet());
      isLess = left.values().removeIf(imported -> Collections.disjoint(imported, rooms));
    }
    assertThat(left).isEmpty();
  }

  @Test
  void analysesNeverKnowEachOther() {
    assertThat(between("analysis", (from, to) -> false)).isEmpty();
  }

  /** Each mirrors its analysis; the schemas describe what all of them write. */
  @Test
  void reportsOfOneAnalysisNeverKnowThoseOfAnother() {
    assertThat(between("report", (from, to) -> from.equals("schema"))).isEmpty();
  }

  /** Pages of html have pictures in them. */
  @Test
  void formatsNeverKnowEachOther() {
    assertThat(between("render", (from, to) -> from.equals("html") && to.equals("svg"))).isEmpty();
  }

  /** What one part of a room knows of another, but for what is allowed. */
  private static List<String> between(String room, BiPredicate<String, String> allowed) {
    List<String> faults = new ArrayList<>();
    Set<String> parts = new TreeSet<>();
    for (JavaClass origin : ALL) {
      String from = part(origin, room);
      if (!from.isEmpty()) {
        parts.add(from);
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
          String to = part(dependency.getTargetClass().getBaseComponentType(), room);
          if (!to.isEmpty() && !to.equals(from) && !allowed.test(from, to)) {
            faults.add(dependency.getDescription());
          }
        }
      }
    }
    assertThat(parts).as("parts of %s", room).hasSizeGreaterThan(3);
    return faults;
  }

  /** The package of a class below a room; empty outside of it. */
  private static String part(JavaClass type, String room) {
    String name = type.getPackageName();
    String above = ROOT + "." + room + ".";
    int dot = name.indexOf('.', above.length());
    return name.startsWith(above)
        ? name.substring(above.length(), dot < 0 ? name.length() : dot)
        : "";
  }

  @Test
  void theEngineSeesNoDistributionNoClaimAndNoFormat() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".projection..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".uncertainty..",
            ROOT + ".claim..",
            ROOT + ".report..",
            ROOT + ".render..",
            ROOT + ".tree..",
            ROOT + ".input..")
        .check(ALL);
  }

  /** A model that prints or reads files could be used by one program only. */
  @Test
  void onlyReadersRenderersAndTheCommandLineTouchFilesAndStreams() {
    List<String> faults = new ArrayList<>();
    for (JavaClass origin : ALL) {
      if (!Set.of("", "cli", "tree", "data", "input", "draws", "render").contains(room(origin))) {
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
          String target = dependency.getTargetClass().getName();
          boolean file = target.startsWith("java.io.") || target.startsWith("java.nio.");
          if (file && !target.equals("java.io.Serializable")) {
            faults.add(dependency.getDescription());
          }
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  // ---- what nobody does ----

  @Test
  void onlyMainExitsAndNobodyUsesTheProcessStreams() {
    assertThat(
            accesses(
                (owner, member) ->
                    owner.equals("java.lang.System")
                        && Set.of("out", "err", "in", "setOut", "setErr").contains(member)))
        .isEmpty();
    assertThat(
            accesses(
                (owner, member) ->
                    Set.of("java.lang.System", "java.lang.Runtime").contains(owner)
                        && Set.of("exit", "halt").contains(member)))
        .singleElement()
        .asString()
        .contains("org.stargatecalc.Main.main");
  }

  @Test
  void nobodyReadsTheClock() {
    assertThat(
            accesses(
                (owner, member) ->
                    (owner.startsWith("java.time.") && member.equals("now"))
                        || owner.equals("java.time.Clock")
                        || member.equals("currentTimeMillis")
                        || (owner.equals("java.util.Date") && member.equals("<init>"))
                        || member.equals("systemDefault")))
        .isEmpty();
  }

  /** The time that has passed decides when progress is shown, and nothing else. */
  @Test
  void onlyTheProgressLineKnowsHowLongThingsTake() {
    assertThat(accesses((owner, member) -> member.equals("nanoTime")))
        .allMatch(access -> access.contains("cli.ProgressLine"));
  }

  @Test
  void nobodyDrawsFromAGeneratorThatNobodySeeds() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.security.SecureRandom")
        .orShould()
        .callMethod(Math.class, "random")
        .check(ALL);
  }

  @Test
  void nobodyUsesTheNetwork() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "javax.net..", "java.rmi..", "com.sun.net..")
        .check(ALL);
  }

  /**
   * Only what reads a file of a revision runs git, and only what asks for the width of the terminal
   * runs stty, never through a shell; only the factory that picocli asks makes objects by their
   * class.
   */
  @Test
  void nobodyRunsOtherProgramsOrReflectsOnItself() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Git")
        .and()
        .doNotHaveSimpleName("Terminal")
        .and()
        .doNotHaveSimpleName("PicocliFactory")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.ProcessBuilder")
        .orShould()
        .callMethod(Runtime.class, "exec", String.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .check(ALL);
  }

  /** Commas for points in Germany, a dotless i in Turkey: no result may depend on the place. */
  @Test
  void nothingDependsOnTheDefaultLocale() {
    assertThat(
            calls(
                (owner, member, parameters) ->
                    (owner.equals("java.lang.String")
                            && Set.of("format", "formatted", "toLowerCase", "toUpperCase")
                                .contains(member)
                            && !parameters.startsWith("java.util.Locale"))
                        || (Set.of("java.io.PrintStream", "java.io.PrintWriter").contains(owner)
                            && Set.of("printf", "format").contains(member)
                            && !parameters.startsWith("java.util.Locale"))
                        // the forms of Unicode are the same everywhere
                        || (owner.startsWith("java.text.")
                            && !owner.startsWith("java.text.Normalizer"))
                        || owner.equals("java.util.Formatter")
                        || owner.equals("java.util.Scanner")
                        || (owner.equals("java.util.Locale") && member.equals("getDefault"))))
        .isEmpty();
  }

  /** UTF-8 everywhere: on this Java the default charset is that of the machine. */
  @Test
  void nothingDependsOnTheDefaultCharset() {
    assertThat(
            calls(
                (owner, member, parameters) ->
                    (owner.equals("java.lang.String")
                            && (member.equals("getBytes") || member.equals("<init>"))
                            && Set.of("", "[B").contains(parameters)
                            && !(member.equals("<init>") && parameters.isEmpty()))
                        || (Set.of(
                                    "java.io.InputStreamReader",
                                    "java.io.OutputStreamWriter",
                                    "java.io.PrintStream")
                                .contains(owner)
                            && member.equals("<init>")
                            && !parameters.contains("java.nio.charset.Charset"))
                        || owner.equals("java.io.FileReader")
                        || owner.equals("java.io.FileWriter")
                        || (owner.equals("java.nio.charset.Charset")
                            && member.equals("defaultCharset"))))
        .isEmpty();
  }

  /** Math may differ between machines in the last bit; StrictMath may not. */
  @Test
  void resultsDoNotDependOnTheMachine() {
    assertThat(
            accesses(
                (owner, member) ->
                    owner.equals("java.lang.Math")
                        && Set.of(
                                "pow", "exp", "log", "log10", "log1p", "expm1", "sin", "cos", "tan",
                                "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "cbrt",
                                "hypot")
                            .contains(member)))
        .isEmpty();
  }

  /**
   * Colour is the table's, and the progress line clears itself; nothing else speaks to terminals.
   */
  @Test
  void escapeCodesAreWrittenInTwoPlaces() throws IOException {
    assertThat(sourcesThat(text -> ESCAPE.matcher(text).find()))
        .isSubsetOf("render/table/Ansi.java", "cli/Session.java");
  }

  // ---- how it is checked ----

  private interface Access {
    boolean matches(String owner, String member);
  }

  private interface Call {
    boolean matches(String owner, String member, String parameters);
  }

  private static List<String> accesses(Access forbidden) {
    return ALL.stream()
        .flatMap(c -> c.getAccessesFromSelf().stream())
        .filter(
            access ->
                forbidden.matches(
                    access.getTarget().getOwner().getName(), access.getTarget().getName()))
        .map(JavaAccess::getDescription)
        .toList();
  }

  private static List<String> calls(Call forbidden) {
    return ALL.stream()
        .flatMap(c -> c.getCodeUnitCallsFromSelf().stream())
        .filter(
            call ->
                forbidden.matches(
                    call.getTarget().getOwner().getName(),
                    call.getTarget().getName(),
                    String.join(
                        ",",
                        call.getTarget().getRawParameterTypes().stream()
                            .map(JavaClass::getName)
                            .toList())))
        .map(JavaAccess::getDescription)
        .toList();
  }

  private static List<String> sourcesThat(java.util.function.Predicate<String> predicate)
      throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> predicate.test(read(file)))
          .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    String below = name.length() <= ROOT.length() ? "" : name.substring(ROOT.length() + 1);
    int dot = below.indexOf('.');
    return (dot < 0 ? below : below.substring(0, dot)).toLowerCase(Locale.ROOT);
  }
}
