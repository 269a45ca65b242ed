package polo.fleet.edge.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The formats of recorded positions that are read. What a file holds decides; its name only when
/// the content does not tell.
public enum FixFormat {
  CSV {
    @Override
    FixFileReader reader() {
      return new CsvFixReader();
    }
  },
  GPX {
    @Override
    FixFileReader reader() {
      return new GpxFixReader();
    }
  },
  GEOJSON {
    @Override
    FixFileReader reader() {
      return new GeoJsonFixReader();
    }
  },
  GOOGLE {
    @Override
    FixFileReader reader() {
      return new GoogleFixReader();
    }
  },
  OWNTRACKS {
    @Override
    FixFileReader reader() {
      return new OwnTracksFixReader();
    }
  };

  private static final Pattern OWNTRACKS_LINE =
      Pattern.compile("\\A\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?\\t[^\\t]*\\t");
  private static final Pattern RECORDS = Pattern.compile("\\A\\{\\s*\"locations\"\\s*:\\s*\\[");
  private static final Pattern GEOJSON_WORDS =
      Pattern.compile("\"(FeatureCollection|Feature|coordinates|geometry)\"");
  private static final Pattern CSV_HEADER =
      Pattern.compile("\\A[^\\n]*\\b(lat|latitude)\\b[^\\n]*", Pattern.CASE_INSENSITIVE);

  abstract FixFileReader reader();

  /// The format of a file that begins with `head`; empty when it is none of these.
  static Optional<FixFormat> detect(byte[] head, String name) {
    return byContent(head).or(() -> byName(name.toLowerCase(Locale.ROOT)));
  }

  /// What the first bytes of a file say; empty when they do not tell.
  public static Optional<FixFormat> byContent(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    if (text.startsWith("<")) {
      return text.contains("<gpx") ? Optional.of(GPX) : Optional.empty();
    }
    if (text.startsWith("{")) {
      return jsonByContent(text);
    }
    if (OWNTRACKS_LINE.matcher(text).find()) {
      return Optional.of(OWNTRACKS);
    }
    return CSV_HEADER.matcher(text).find() ? Optional.of(CSV) : Optional.empty();
  }

  private static Optional<FixFormat> jsonByContent(String text) {
    if (RECORDS.matcher(text).find()) {
      return Optional.of(GOOGLE);
    }
    return GEOJSON_WORDS.matcher(text).find() ? Optional.of(GEOJSON) : Optional.empty();
  }

  private static Optional<FixFormat> byName(String name) {
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
      case "csv" -> Optional.of(CSV);
      case "gpx" -> Optional.of(GPX);
      case "geojson" -> Optional.of(GEOJSON);
      case "rec" -> Optional.of(OWNTRACKS);
      case "json" ->
          plain.endsWith("records.json") ? Optional.of(GOOGLE) : Optional.<FixFormat>empty();
      default -> Optional.empty();
    };
  }
}
