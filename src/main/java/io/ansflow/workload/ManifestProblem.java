package io.ansflow.workload;

import io.ansflow.base.Text;

/**
 * Why a YAML text cannot be read.
 *
 * @param line where, from 1; 0 for the text as a whole
 * @param column where, from 1; 0 for the line as a whole
 */
public record ManifestProblem(int line, int column, Text text) {}
