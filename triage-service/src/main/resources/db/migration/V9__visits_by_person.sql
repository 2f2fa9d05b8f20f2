-- Nothing reads visits by their screening alone any more: a recall looks for a person's.
DROP INDEX visit_on_screening;
