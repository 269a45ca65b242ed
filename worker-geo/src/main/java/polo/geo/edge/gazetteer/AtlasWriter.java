package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import polo.geo.geocode.UrbanRadius;

/// Lays the compact files out as an [Atlas]: cuts cells, orders places. Two to three seconds for
/// the world.
record AtlasWriter(GazetteerFiles files, String provenance) {

  Atlas atlas() {
    Boundaries zones = Boundaries.read(files.get(GazetteerFiles.ZONES));
    Boundaries regions = Boundaries.read(files.get(GazetteerFiles.REGIONS));
    Places places = Places.read(files.get(GazetteerFiles.PLACES));
    Map<Atlas.Part, ByteBuffer> parts = new EnumMap<>(Atlas.Part.class);
    parts.put(Atlas.Part.ABOUT, text(files.version() + "\n\n" + provenance));
    parts.put(Atlas.Part.ZONES, new AreaIndexWriter(zones).toBuffer());
    parts.put(Atlas.Part.ZONE_LABELS, labels(zones));
    parts.put(Atlas.Part.REGIONS, new AreaIndexWriter(regions).toBuffer());
    parts.put(Atlas.Part.REGION_LABELS, labels(regions));
    parts.put(Atlas.Part.PLACES, new PlaceTreeWriter(places, UrbanRadius.DEFAULT).toBuffer());
    parts.put(Atlas.Part.PLACE_REGIONS, lines(places.regions()));
    parts.put(Atlas.Part.COUNTRY_NAMES, ByteBuffer.wrap(files.get(GazetteerFiles.COUNTRY_NAMES)));
    parts.put(Atlas.Part.REGION_NAMES, ByteBuffer.wrap(files.get(GazetteerFiles.REGION_NAMES)));
    parts.put(Atlas.Part.ISO_CODES, ByteBuffer.wrap(files.get(GazetteerFiles.ISO_CODES)));
    parts.put(
        Atlas.Part.OWN_PLACES,
        files.has(GazetteerFiles.OWN_PLACES)
            ? ByteBuffer.wrap(files.get(GazetteerFiles.OWN_PLACES))
            : text(""));
    return Atlas.of(parts);
  }

  private static ByteBuffer labels(Boundaries boundaries) {
    return lines(boundaries.areas().stream().map(Boundaries.Area::label).toList());
  }

  private static ByteBuffer lines(List<?> lines) {
    return text(lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
  }

  private static ByteBuffer text(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }
}
