package ca.tripoint.triage;

/** Stands for another service's code. */
public class Foreign {}
