/** What several tests share: running command lines, projecting YAML text. */
package org.stargatecalc.support;
