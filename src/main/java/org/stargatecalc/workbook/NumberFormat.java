package org.stargatecalc.workbook;

/** How numbers of a cell are shown; their value is whole in any. */
public enum NumberFormat {
  /** As many digits as there is room for. */
  GENERAL,
  /** A whole number with thousands apart. */
  WHOLE,
  /** Two decimals, thousands apart. */
  TWO_DECIMALS,
  /** Three decimals, thousands apart. */
  THREE_DECIMALS,
  /** Times 100, one decimal, a percent sign. */
  PERCENT,
  /** Three digits and a power of ten. */
  SCIENTIFIC
}
