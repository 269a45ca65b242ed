package polo.common.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.edge.store.StoreUrl;

class StoreUrlTest {

  @Test
  void a_file_is_named_after_the_colon() {
    assertThat(StoreUrl.parse("sqlite:data/polo.db"))
        .isEqualTo(new StoreUrl.Sqlite(Path.of("data/polo.db")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "couchbase://db1",
        "couchbase://db1,db2:11210",
        "couchbases://[::1]:11207?io.networkResolution=external"
      })
  void a_cluster_is_named_by_its_hosts(String url) {
    assertThat(StoreUrl.parse(url)).isEqualTo(new StoreUrl.Couchbase(url));
  }

  @ParameterizedTest
  @CsvSource({
    "sqlite:, names no file",
    "data/polo.db, must begin with sqlite:",
    "couchbase://, has no host",
    "'couchbase://db1,,db2', has no host",
    "couchbase://me@db1, polo.store.couchbase.user",
    "couchbase://db1/polo, polo.store.couchbase.bucket"
  })
  void what_is_wrong_is_said(String url, String why) {
    assertThatThrownBy(() -> StoreUrl.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
