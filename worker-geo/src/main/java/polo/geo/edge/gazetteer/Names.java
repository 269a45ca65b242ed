package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Names by code, as a text file of two columns that people can read in a diff.
record Names(Map<String, String> byCode) {

  Names {
    byCode = Map.copyOf(byCode);
  }

  @Nullable String of(String code) {
    return byCode.get(code);
  }

  byte[] toBytes() {
    return new TreeMap<>(byCode)
        .entrySet().stream()
            .map(name -> name.getKey() + "\t" + name.getValue() + "\n")
            .collect(Collectors.joining())
            .getBytes(UTF_8);
  }

  static Names read(byte[] bytes) {
    return read(new String(bytes, UTF_8));
  }

  static Names read(String text) {
    return new Names(
        text.lines()
            .map(line -> line.split("\t", 2))
            .collect(Collectors.toMap(columns -> columns[0], columns -> columns[1])));
  }
}
