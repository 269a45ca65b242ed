package polo.common.edge.blob;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.edge.blob.BlobKeys.RenditionName;

class BlobKeysTest {

  private static final String HASH = "0".repeat(64);

  @Test
  void a_key_begins_with_its_owner() {
    assertThat(BlobKeys.original("ana-1", HASH, "jpg"))
        .isEqualTo("originals/ana-1/" + HASH + ".jpg");
    assertThat(BlobKeys.rendition("ana-1", HASH, new RenditionName(3, "turbo", "512", "jpg")))
        .isEqualTo("renditions/ana-1/" + HASH + "/v3-turbo-512.jpg");
  }

  @Test
  void owners_that_differ_in_capitals_only_lie_apart() {
    assertThat(BlobKeys.points("Ana", HASH)).startsWith("points/=41na/");
    assertThat(BlobKeys.points("ana", HASH)).startsWith("points/ana/");
  }

  @Test
  void an_id_too_long_for_a_file_name_is_hashed() {
    assertThat(BlobKeys.points("é".repeat(128), HASH)).matches("points/==[0-9a-f]{64}/0{64}.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", ".ana", "a/b", "a=b", "é😀", " ", "A", "%"})
  void whatever_an_owner_is_called_the_key_is_one(String user) {
    assertThat(BlobKeys.isKey(BlobKeys.original(user, HASH, "jpg"))).isTrue();
    assertThat(BlobKeys.prefixes(user)).allMatch(prefix -> prefix.split("/", -1).length == 3);
  }

  @Test
  void the_hash_is_sha_256_in_lower_case_hex() {
    assertThat(BlobKeys.sha256(new byte[0]))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }
}
