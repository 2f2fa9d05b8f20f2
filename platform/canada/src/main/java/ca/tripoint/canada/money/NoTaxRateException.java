package ca.tripoint.canada.money;

import ca.tripoint.canada.place.Province;
import java.time.LocalDate;

/** The tax table says nothing about that province on that date. */
public final class NoTaxRateException extends IllegalArgumentException {

    NoTaxRateException(Province province, LocalDate date) {
        super("no tax rate is known for " + province + " on " + date);
    }
}
