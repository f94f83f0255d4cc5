package org.stargatecalc.input;

import java.util.Optional;
import org.stargatecalc.scenario.PhaseWord;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;

/** The keys whose values are words. */
final class WordKeys implements LevelKeys {
  private final Chips chips;
  private final ValueReader values;
  private final Problems problems;

  WordKeys(Chips chips, ValueReader values, Problems problems) {
    this.chips = chips;
    this.values = values;
    this.problems = problems;
  }

  @Override
  public void read(MappingReader reader, WrittenParameters level) {
    for (PhaseWord word : PhaseWord.all()) {
      Optional<Node> node = reader.take(word.key());
      if (node.isPresent()) {
        word(word, node.get(), reader.path(word.key()), level);
      }
    }
  }

  private void word(PhaseWord word, Node node, String path, WrittenParameters level) {
    Optional<ValueReader.Stated> stated = values.stated(node, path);
    Optional<?> constant =
        stated.isEmpty() ? Optional.empty() : constant(word, stated.get().node(), path);
    if (stated.isEmpty() || constant.isEmpty()) {
      level.broken.add(word.key());
      return;
    }
    String text = ((Node.Scalar) stated.get().node()).text();
    level.words.put(
        word,
        new WrittenParameters.Word(
            constant.get(), text, stated.get().provenance(), stated.get().node().location()));
  }

  private Optional<?> constant(PhaseWord word, Node node, String path) {
    return switch (word.kind()) {
      case ACCELERATOR -> accelerator(node, path);
      case ID -> values.id(node, path);
      case CLOSED -> closed(word, node, path);
    };
  }

  private Optional<Object> closed(PhaseWord word, Node node, String path) {
    Optional<String> text = values.word(node, path, word.words());
    return text.isEmpty() ? Optional.empty() : word.constant(text.get());
  }

  private Optional<Chip> accelerator(Node node, String path) {
    Optional<String> id = values.id(node, path);
    Optional<Chip> found = id.isEmpty() ? Optional.empty() : chips.of(id.get());
    if (id.isPresent() && found.isEmpty()) {
      problems.error(
          node.location(),
          path,
          "found the unknown accelerator '" + id.get() + "'",
          "a catalogue id ('catalog accelerators' lists them) or one of 'accelerators' in the scenario",
          problems.nearest(id.get(), chips.ids()));
    }
    return found;
  }
}
