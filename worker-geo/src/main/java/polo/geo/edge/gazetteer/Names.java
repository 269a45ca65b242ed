package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Names by code, as a text file of two columns that people can read in a diff.
record Names(Map<String, String> byCode) {

  Names {
    byCode = Collections.unmodifiableMap(new HashMap<>(byCode));
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
    Map<String, String> names = new HashMap<>();
    for (String line : Lines.of(text)) {
      int tab = line.indexOf('\t');
      names.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return new Names(names);
  }
}
