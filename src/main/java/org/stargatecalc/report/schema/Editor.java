package org.stargatecalc.report.schema;

import java.util.List;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.JsonSchema;

/**
 * What editors read in a schema beside the standard: titles, markdown, messages in words, snippets.
 *
 * <p>The keywords are those of the JSON and YAML language servers; a validator does not look at
 * them.
 */
final class Editor {
  private Editor() {}

  /** A word that an editor proposes, and what it says of it. */
  record Word(String id, String text) {}

  /** Returns a schema with a title and a text in front. */
  static Data described(String title, String text, Data schema) {
    Data.Builder described = title(title, text);
    ((Data.Members) schema).members().forEach(m -> described.put(m.key(), m.value()));
    return described.build();
  }

  /** As {@link #described(String, String, Data)}, with a text that is more than one line. */
  static Data described(String title, String text, String markdown, Data schema) {
    Data.Builder described = title(title, text).put("markdownDescription", Data.text(markdown));
    ((Data.Members) schema).members().forEach(m -> described.put(m.key(), m.value()));
    return described.build();
  }

  private static Data.Builder title(String title, String text) {
    return JsonSchema.schema().put("title", Data.text(title)).put("description", Data.text(text));
  }

  /** Returns words of which each says what it is. */
  static Data words(List<Word> words) {
    List<Data> texts = words.stream().map(word -> Data.text(word.text())).toList();
    return JsonSchema.schema()
        .put("enum", JsonSchema.texts(words.stream().map(Word::id).toList()))
        .put("markdownEnumDescriptions", new Data.Items(texts))
        .build();
  }

  /** As {@link #words(List)}, where another word is wrong. */
  static Data words(List<Word> words, String message) {
    return with(words(words), JsonSchema.property("errorMessage", Data.text(message)));
  }

  /** Returns what an editor may write for the user. */
  static Data.Member snippets(Data... snippets) {
    return JsonSchema.property("defaultSnippets", JsonSchema.items(snippets));
  }

  /** Returns one thing to write; {@code $1} in it is where the cursor goes. */
  static Data snippet(String label, Data body) {
    return JsonSchema.schema().put("label", Data.text(label)).put("body", body).build();
  }

  /** Returns a mapping of texts, for snippets: key, value, key, value. */
  static Data.Members body(String... keysAndValues) {
    Data.Builder body = JsonSchema.schema();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      body.put(keysAndValues[i], Data.text(keysAndValues[i + 1]));
    }
    return body.build();
  }

  /** Returns a schema with more keywords behind. */
  static Data with(Data schema, Data.Member... more) {
    Data.Builder all = JsonSchema.schema();
    ((Data.Members) schema).members().forEach(m -> all.put(m.key(), m.value()));
    for (Data.Member member : more) {
      all.put(member.key(), member.value());
    }
    return all.build();
  }
}
