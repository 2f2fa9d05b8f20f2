package ca.tripoint.canada.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceTableTest {

    @Test
    void a_row_is_read_by_the_names_of_its_columns() {
        var rows = ReferenceTable.rows("x.csv", List.of("# a remark", "code, name", "", "A,\"one, two\"", "B,"));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("name")).isEqualTo("one, two");
        assertThat(rows.get(1).get("name")).isEmpty();
        assertThat(rows.get(1).where()).isEqualTo("x.csv line 5");
    }

    @Test
    void a_row_with_a_field_too_many_or_too_few_is_named() {
        assertThatThrownBy(() -> ReferenceTable.rows("x.csv", List.of("code,name", "A,one,two")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("x.csv line 2 has 3 fields, not 2");
        assertThatThrownBy(() -> ReferenceTable.rows("x.csv", List.of("code,name", "A")))
                .hasMessage("x.csv line 2 has 1 fields, not 2");
    }

    @Test
    void a_column_that_is_not_there_is_named() {
        var row = ReferenceTable.rows("x.csv", List.of("code", "A")).getFirst();
        assertThatThrownBy(() -> row.get("name")).hasMessage("x.csv has no column name");
    }

    @Test
    void a_table_that_is_not_there_is_named() {
        assertThatThrownBy(() -> ReferenceTable.read(ReferenceTableTest.class, "none.csv"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none.csv");
    }
}
