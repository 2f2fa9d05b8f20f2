/** One command, one transaction, retried when PostgreSQL asks for it. */
@NullMarked
package ca.tripoint.kit.transaction;

import org.jspecify.annotations.NullMarked;
