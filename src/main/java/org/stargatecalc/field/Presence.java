package org.stargatecalc.field;

/** When a document has the key and a table the column. */
public enum Presence {
  /** In every document. */
  ALWAYS,
  /** In those of a run with draws. */
  WITH_DRAWS,
  /** In those of a run that was asked for it. */
  WHERE_ASKED,
  /** In those records that have the value; a table has the column always. */
  WHERE_KNOWN
}
