/** The whole system, from its packaged jars, on real parts: the stories, the race for one slot, and the power cut. */
package ca.tripoint.e2e;
