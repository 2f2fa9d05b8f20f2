@org.jspecify.annotations.NullMarked
package ca.tripoint.bench.triage;
